using System.Runtime.CompilerServices;
using Pipeline.Local.Azurite;
using Xunit;

namespace Pipeline.Testing.Storage;

/// <summary>A test that needs Azurite. Skipped, with the one sentence that says what to install, where Node.js is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AzuriteFactAttribute : FactAttribute
{
    /// <param name="test">Given by the compiler.</param>
    /// <param name="file">Given by the compiler.</param>
    public AzuriteFactAttribute([CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
        Skip = SkipReason;
        // The continuous integration counts these, so that none is skipped unnoticed.
        DisplayName = $"{Path.GetFileNameWithoutExtension(file)}.{test} (on Azurite)";
    }

    internal static string? SkipReason { get; } = Reason();

    private static string? Reason()
    {
        try
        {
            NodeTools.Find();
            return null;
        }
        catch (NodeMissingException missing)
        {
            return missing.Message;
        }
    }
}
