using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pipeline.Benchmarks.Entities.Npm;

/// <summary>What one npm library found in the same texts, and how fast.</summary>
/// <param name="Name">Of the package.</param>
/// <param name="WordsPerSecond">Of processor time.</param>
/// <param name="Documents">Of each text the spans that it named.</param>
internal sealed record NpmLibrary(string Name, string Version, double WordsPerSecond, IReadOnlyList<IReadOnlySet<TypedSpan>> Documents);

/// <summary>Runs compare.mjs beside this file.</summary>
internal static class NpmLibraries
{
    /// <summary>Empty, with a line that says why, when node or the packages are missing.</summary>
    public static IReadOnlyList<NpmLibrary> Run(IEnumerable<(string Id, string Text)> documents)
    {
        var input = Path.GetTempFileName();
        try
        {
            JsonLines.Write(input, documents.Select(document => new JsonObject { ["id"] = document.Id, ["text"] = document.Text }));
            using var node = Process.Start(new ProcessStartInfo("node", [Script(), input]) { RedirectStandardOutput = true })!;
            var answer = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            if (node.ExitCode == 0)
                return [.. JsonNode.Parse(answer)!.AsObject().Select(library => Read(library.Key, library.Value!))];
            Console.WriteLine("Without the npm libraries: see above.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine("Without the npm libraries: node is not installed.");
        }
        finally
        {
            File.Delete(input);
        }
        return [];
    }

    private static NpmLibrary Read(string name, JsonNode json) => new(
        name, (string)json["version"]!, (double)json["wordsPerSecond"]!,
        [.. json["documents"]!.AsArray().Select(IReadOnlySet<TypedSpan> (document) => document!.AsArray()
            .Select(span => new TypedSpan((int)span![0]!, (int)span[1]!, (string)span[2]!)).ToHashSet())]);

    private static string Script([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "compare.mjs");
}
