namespace Pipeline.Local.Hosting.Functions;

/// <summary>A method is marked as a function but cannot be run as one. The message names it and says why.</summary>
public sealed class FunctionDefinitionException : Exception
{
    public FunctionDefinitionException()
    {
    }

    public FunctionDefinitionException(string message)
        : base(message)
    {
    }

    public FunctionDefinitionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
