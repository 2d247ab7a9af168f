using Pipeline.LocalCosmos.Tests.Storage;

// Run by the test runner there is nothing to do here; run as a process of its own, this is the writer that gets killed.
if (args is ["write-until-killed", var path])
    await KilledWriter.RunAsync(path);
