namespace Pipeline.Local.Comparing;

/// <summary>A comparison of both providers over some articles.</summary>
/// <param name="Service">Address of the service that was asked.</param>
/// <param name="Emulated">True when that was the emulated one, behind which the local analyser stands.</param>
/// <param name="Articles">In the order of the inputs.</param>
/// <param name="Skipped">Files without an article, with the reason.</param>
/// <param name="UsdPerThousandTextRecords">The price that the cost is calculated with.</param>
internal sealed record ComparisonReport(
    string Service, bool Emulated, IReadOnlyList<ComparedArticle> Articles, IReadOnlyList<string> Skipped, decimal UsdPerThousandTextRecords)
{
    public int TextRecords => Articles.Sum(article => article.TextRecords);

    /// <summary>What the service charges for these articles; the local analyser costs nothing.</summary>
    public decimal Usd => TextRecords * UsdPerThousandTextRecords / 1_000;

    public decimal UsdPerMillionArticles => Articles.Count == 0 ? 0 : decimal.Round(Usd / Articles.Count * 1_000_000);
}
