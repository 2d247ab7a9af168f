namespace Pipeline.Local.Azurite;

/// <summary>The Node.js programs of this machine.</summary>
/// <param name="Node">Full path of node.</param>
/// <param name="Npm">Full path of npm (npm.cmd on Windows).</param>
internal sealed record NodeTools(string Node, string Npm)
{
    /// <exception cref="NodeMissingException">One of the two is not on the PATH.</exception>
    public static NodeTools Find() => Find(Environment.GetEnvironmentVariable("PATH") ?? "");

    /// <param name="searchPath">Folders, joined as in the PATH variable.</param>
    public static NodeTools Find(string searchPath)
    {
        var folders = searchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return OperatingSystem.IsWindows()
            ? new NodeTools(Locate(folders, "node.exe"), Locate(folders, "npm.cmd"))
            : new NodeTools(Locate(folders, "node"), Locate(folders, "npm"));
    }

    private static string Locate(string[] folders, string program) =>
        folders.Select(folder => Path.Combine(folder.Trim('"'), program)).FirstOrDefault(File.Exists)
        ?? throw new NodeMissingException();
}
