namespace Pipeline.Articles.Entities.Tagging.Network;

/// <summary>Sizes of the network of names. All rows are whole vectors of eight numbers.</summary>
internal static class NetworkShape
{
    /// <summary>Numbers of a word's vector.</summary>
    public const int Vector = 32;

    /// <summary>Numbers of a piece of a word, and how many rows the pieces are hashed to: a power of two.</summary>
    public const int Gram = 24;

    public const int GramRows = 8192;

    /// <summary>Numbers of a fact about a word, and how many facts there are.</summary>
    public const int Fact = 24;

    public const int FactRows = 640;

    /// <summary>What one token gives: its vector, its pieces, its facts.</summary>
    public const int Inputs = Vector + Gram + Fact;

    /// <summary>Units of one direction.</summary>
    public const int Hidden = 64;

    /// <summary>Input gates, output gates, candidates.</summary>
    public const int Gates = 3 * Hidden;
}
