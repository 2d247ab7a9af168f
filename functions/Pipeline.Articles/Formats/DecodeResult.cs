namespace Pipeline.Articles.Formats;

/// <summary>Either a text, or the reason why there is none.</summary>
public sealed record DecodeResult
{
    private DecodeResult()
    {
    }

    public SourceText? Text { get; private init; }

    /// <summary>Set exactly when <see cref="Text"/> is null.</summary>
    public Rejection? Rejection { get; private init; }

    public static DecodeResult Of(SourceText text) => new() { Text = text };

    public static DecodeResult Rejected(Rejection rejection) => new() { Rejection = rejection };
}
