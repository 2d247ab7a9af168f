namespace Pipeline.Articles.Networks;

/// <summary>A vector of as many numbers as the processor has lanes; each lane computes as it would alone.</summary>
internal interface ILanes<TVector>
{
    static abstract nuint Count { get; }

    static abstract TVector Load(ref float first, nuint at);

    static abstract void Store(TVector vector, ref float first, nuint at);

    static abstract TVector All(float value);

    /// <summary>a b + c, rounded once.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);
}
