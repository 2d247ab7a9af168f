using System.Reflection;

namespace Pipeline.Articles.Entities.Names;

/// <summary>A word list inside this assembly; README.md beside the lists names sources and licences.</summary>
internal static class LexiconFile
{
    public static List<string> Lines(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Lexicon." + name)
            ?? throw new InvalidOperationException($"The assembly holds no lexicon {name}.");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                lines.Add(line);
        }
        return lines;
    }
}
