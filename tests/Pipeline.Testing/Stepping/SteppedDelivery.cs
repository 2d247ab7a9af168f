namespace Pipeline.Testing.Stepping;

/// <summary>A message or a blob that the host holds and has not handed to its function yet.</summary>
public sealed class SteppedDelivery
{
    private readonly Func<Task> _deliver;

    internal SteppedDelivery(string function, string subject, int attempt, string body, Func<Task> deliver)
    {
        (Function, Subject, Attempt, Body, _deliver) = (function, subject, attempt, body, deliver);
    }

    /// <summary>Name of the function that it is for.</summary>
    public string Function { get; }

    /// <summary>Message id or blob name.</summary>
    public string Subject { get; }

    /// <summary>1 for the first.</summary>
    public int Attempt { get; }

    /// <summary>Text of the message; empty for a blob.</summary>
    public string Body { get; }

    public override string ToString() => $"{Function} {Subject} #{Attempt}";

    internal Task DeliverAsync() => _deliver();
}
