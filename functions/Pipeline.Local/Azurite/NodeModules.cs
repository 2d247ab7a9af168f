using System.Diagnostics;

namespace Pipeline.Local.Azurite;

/// <summary>The packages that package-lock.json names, installed under the repository root.</summary>
internal static class NodeModules
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Runs "npm ci" when Azurite is missing or older than package-lock.json. Several processes may call it at once
    /// (test projects run side by side): one installs, the others wait for it.
    /// </summary>
    /// <returns>Full path of Azurite's entry script.</returns>
    public static async Task<string> EnsureAzuriteAsync(string root, NodeTools tools, CancellationToken cancellationToken)
    {
        var script = Path.Combine(root, "node_modules", "azurite", "dist", "src", "azurite.js");
        if (IsCurrent(root, script))
        {
            return script;
        }

        await using var held = await LockAsync(root, cancellationToken);
        if (!IsCurrent(root, script))
        {
            await InstallAsync(root, tools, cancellationToken);
        }

        return script;
    }

    // npm writes this file last, so it also tells that an earlier install was not cut short.
    private static bool IsCurrent(string root, string script)
    {
        var installed = new FileInfo(Path.Combine(root, "node_modules", ".package-lock.json"));
        var wanted = new FileInfo(Path.Combine(root, "package-lock.json"));
        return installed.Exists && File.Exists(script) && installed.LastWriteTimeUtc >= wanted.LastWriteTimeUtc;
    }

    private static async Task<FileStream> LockAsync(string root, CancellationToken cancellationToken)
    {
        // The lock lies beside node_modules, which npm ci deletes; the system releases it when its holder dies.
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(root, ".local")).FullName, "npm.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Poll, cancellationToken);
            }
        }
    }

    /// <summary>An install whose starter was killed may still be at it, without the lock, and make this one fail: then once more.</summary>
    private static async Task InstallAsync(string root, NodeTools tools, CancellationToken cancellationToken)
    {
        if (await RunAsync(root, tools, cancellationToken) is not null
            && await RunAsync(root, tools, cancellationToken) is { } fault)
        {
            throw new InvalidOperationException(fault);
        }
    }

    /// <returns>What npm said when it failed.</returns>
    private static async Task<string?> RunAsync(string root, NodeTools tools, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(tools.Npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var npm = Process.Start(start) ?? throw new NodeMissingException();
        try
        {
            var output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = npm.StandardError.ReadToEndAsync(cancellationToken);
            await npm.WaitForExitAsync(cancellationToken);
            return npm.ExitCode == 0 ? null : $"'npm ci' in {root} ended with code {npm.ExitCode}: {(await errors + await output).Trim()}";
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            throw;
        }
    }
}
