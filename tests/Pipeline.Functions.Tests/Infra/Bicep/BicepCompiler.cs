using System.Diagnostics;
using System.Reflection;

namespace Pipeline.Functions.Tests.Infra.Bicep;

/// <summary>The real compiler, where the build fetched it: it knows the types of every resource and checks the properties.</summary>
internal static class BicepCompiler
{
    /// <summary>Null where the build did not fetch it.</summary>
    public static string? Program { get; } = typeof(BicepCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => metadata.Key == "BicepCompiler")?.Value;

    /// <summary>Errors and warnings, of the compiler and of its linter.</summary>
    public static async Task<string> LintAsync(string file)
    {
        // Packages do not keep the permission to execute.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Program!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo(Program!, ["lint", file]) { RedirectStandardError = true, RedirectStandardOutput = true };
        // Slim images have no ICU, and the compiler needs no culture.
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return string.Concat(output).Trim();
    }
}
