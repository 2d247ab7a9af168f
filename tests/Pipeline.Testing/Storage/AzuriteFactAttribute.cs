using Pipeline.Local.Azurite;
using Xunit;

namespace Pipeline.Testing.Storage;

/// <summary>A test that needs Azurite. Skipped, with the one sentence that says what to install, where Node.js is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AzuriteFactAttribute : FactAttribute
{
    public AzuriteFactAttribute()
    {
        Skip = SkipReason;
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
