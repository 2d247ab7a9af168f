namespace Pipeline.Local.Hosting.Configuration;

/// <summary>host.json cannot be used. The message names the setting and what it may be.</summary>
public sealed class HostConfigurationException : Exception
{
    public HostConfigurationException()
    {
    }

    public HostConfigurationException(string message)
        : base(message)
    {
    }

    public HostConfigurationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
