namespace Pipeline.Articles.Fingerprints;

/// <summary>
/// The memory that a fingerprint is made in. One stays with each thread, since taking it from the pool and back costs a
/// twentieth of the whole; what a huge text has grown goes back.
/// </summary>
internal sealed class Workspace : IDisposable
{
    /// <summary>Characters of a text behind which the memory is not kept.</summary>
    private const int MostKept = 64 * 1024;

    [ThreadStatic]
    private static Workspace? _spare;

    public FoldedText Folded { get; } = new();

    public TokenEdges Edges { get; } = new();

    public ShingleBuffer Shingles { get; } = new();

    public static Workspace Rent()
    {
        var workspace = _spare ?? new Workspace();
        _spare = null;
        workspace.Shingles.Clear();
        return workspace;
    }

    public void Dispose()
    {
        if (Folded.Characters.Length <= MostKept)
        {
            _spare = this;
            return;
        }

        Folded.Dispose();
        Edges.Dispose();
        Shingles.Dispose();
    }
}
