namespace Pipeline.Functions.Tests.Infra.Bicep;

/// <summary>A test that needs the Bicep compiler.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute() =>
        Skip = BicepCompiler.Program is null
            ? "Fetches 115 MB: on Linux x64, add -p:WithBicep=true or set CI=true, and restore."
            : null;
}
