namespace Pipeline.Benchmarks.Entities.Corpus.Newswire;

internal enum CorrectionKind
{
    /// <summary>A name that was not marked, or with another type or end.</summary>
    Add,

    /// <summary>Something marked that is no such name.</summary>
    Drop,

    /// <summary>A range that was undecided and no longer is.</summary>
    Learn,

    /// <summary>A range that nobody could decide: nothing is learnt from it.</summary>
    Leave,
}
