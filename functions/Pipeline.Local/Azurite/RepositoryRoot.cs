namespace Pipeline.Local.Azurite;

/// <summary>The folder that holds package-lock.json, and with it the version of Azurite.</summary>
internal static class RepositoryRoot
{
    /// <summary>Looks upward from the program's own folder, then from the current one.</summary>
    /// <exception cref="DirectoryNotFoundException">Neither lies in the repository.</exception>
    public static string Find() =>
        Above(AppContext.BaseDirectory) ?? Above(Directory.GetCurrentDirectory())
        ?? throw new DirectoryNotFoundException(
            "No folder above this program holds package-lock.json and host.json: run it from within the repository.");

    private static string? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "package-lock.json")) && File.Exists(Path.Combine(at.FullName, "host.json")))
            {
                return at.FullName;
            }
        }

        return null;
    }
}
