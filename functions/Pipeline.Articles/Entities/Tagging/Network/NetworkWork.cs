namespace Pipeline.Articles.Entities.Tagging.Network;

/// <summary>Buffers of one thread, as long as the longest sentence so far.</summary>
internal sealed class NetworkWork
{
    private int _tokens;

    public float[] Inputs { get; private set; } = [];

    public float[] Gates { get; private set; } = [];

    public float[] Cells { get; private set; } = [];

    public float[] States { get; private set; } = [];

    public void Grow(int tokens)
    {
        if (tokens <= _tokens)
            return;
        _tokens = tokens;
        (Inputs, Gates) = (new float[tokens * NetworkShape.Inputs], new float[tokens * NetworkShape.Gates]);
        (Cells, States) = (new float[tokens * NetworkShape.Hidden], new float[tokens * NetworkShape.Hidden]);
    }
}
