namespace Pipeline.Articles.Formats.Input;

/// <summary>Carries a rejection out of a stream to the reader that can yield it; never leaves <see cref="ArticleReader"/>.</summary>
internal sealed class RejectedException(Rejection rejection, RejectionScope scope) : Exception(rejection.Reason)
{
    public Rejection Rejection { get; } = rejection;

    public RejectionScope Scope { get; } = scope;
}
