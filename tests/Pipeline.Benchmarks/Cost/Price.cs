namespace Pipeline.Benchmarks.Cost;

/// <summary>A price, such as 0.05 USD per 10,000 operations, and where it was read.</summary>
internal sealed record Price(double Usd, double Per, string Unit, string Source)
{
    /// <summary>USD for so many of the unit.</summary>
    public double Of(double quantity) => quantity * Usd / Per;
}
