namespace Pipeline.Articles.Tests.Seeds;

/// <summary>Finds the sample articles at the repository's root.</summary>
internal static class SeedFile
{
    public static string Read(string prefix) => File.ReadAllText(Directory.GetFiles(Folder(), prefix + "_*.txt").Single());

    private static string Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var seeds = Path.Combine(at.FullName, "seeds");
            if (File.Exists(Path.Combine(at.FullName, "Pipeline.sln")) && Directory.Exists(seeds))
            {
                return seeds;
            }
        }

        throw new DirectoryNotFoundException("No folder 'seeds' beside Pipeline.sln above the test's output.");
    }
}
