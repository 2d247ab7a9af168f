namespace Pipeline.Local.Running;

/// <summary>Why the pipeline cannot run here, in a sentence for the person at the terminal.</summary>
internal sealed class LocalRunException(string message, Exception? cause = null) : Exception(message, cause);
