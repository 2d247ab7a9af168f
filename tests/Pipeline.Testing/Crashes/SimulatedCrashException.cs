namespace Pipeline.Testing.Crashes;

/// <summary>The process "died" here. No client of a storage service retries it, and no code of the product knows it.</summary>
public sealed class SimulatedCrashException : Exception
{
    public SimulatedCrashException()
        : base("The process was killed by the test.")
    {
    }

    public SimulatedCrashException(string message)
        : base(message)
    {
    }

    public SimulatedCrashException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
