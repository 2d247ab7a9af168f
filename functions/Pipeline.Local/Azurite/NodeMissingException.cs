namespace Pipeline.Local.Azurite;

/// <summary>The storage emulator cannot run because this machine has no Node.js. The message says what to install.</summary>
public sealed class NodeMissingException : Exception
{
    public const string Sentence =
        "Node.js was not found: install Node.js 22 or newer, with npm, and see that 'node' and 'npm' are on the PATH; the storage emulator Azurite runs on it.";

    public NodeMissingException()
        : base(Sentence)
    {
    }

    public NodeMissingException(string message)
        : base(message)
    {
    }

    public NodeMissingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
