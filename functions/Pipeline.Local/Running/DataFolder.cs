namespace Pipeline.Local.Running;

/// <summary>The folder of what lasts between runs.</summary>
internal static class DataFolder
{
    /// <summary>What runs put there. Nothing else is ever deleted, whatever folder --data names.</summary>
    private static readonly string[] Ours = ["azurite", "cosmos", "pipeline.log"];

    public static void Reset(string folder)
    {
        foreach (var name in Ours)
        {
            var path = Path.Combine(folder, name);
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
            else if (File.Exists(path))
            {
                File.Delete(path);
            }
        }
    }
}
