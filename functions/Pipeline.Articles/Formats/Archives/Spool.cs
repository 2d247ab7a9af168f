using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Archives;

/// <summary>
/// A zip file's directory stands at its end and points back, so it cannot be read forward only. A zip that comes through a
/// stream that cannot be sought in (a download, a zip in a .gz) goes through a temporary file: in memory it could be a gigabyte.
/// This is the one place in this project that writes anything, and the file is gone when its handle is.
/// </summary>
internal static class Spool
{
    public static async ValueTask<Stream> CreateAsync(ByteWindow content, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var file = new FileStream(Path.Combine(folder, $"{Guid.NewGuid():N}.zip"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });

        try
        {
            await new WindowStream(content).CopyToAsync(file, cancellationToken);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
