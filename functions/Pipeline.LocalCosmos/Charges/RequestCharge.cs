namespace Pipeline.LocalCosmos.Charges;

/// <summary>
/// Request units by Microsoft's published table ("Optimize reads and writes cost in Azure Cosmos DB"): a point read of 1 KB
/// costs 1 and of 100 KB 10, a write of 1 KB 5 and of 100 KB 50, linear between; queries pay by what they read.
/// The parts that the table leaves open (what an indexed value adds, what a query starts from) are fixed here once, so that
/// a test can count and compare; they are close to what the service shows, not equal to it.
/// </summary>
internal static class RequestCharge
{
    /// <summary>What an indexed value adds to a write.</summary>
    public const double IndexedValue = 0.15;

    /// <summary>What a query costs before it looks into anything.</summary>
    public const double QueryStart = 2.3;

    /// <summary>What each document that a query had to look into adds.</summary>
    public const double DocumentRead = 0.3;

    /// <summary>What each KB of a query's results adds.</summary>
    public const double ResultKiB = 0.1;

    private const double KiB = 1024;

    public static double Read(int bytes) => Interpolate(bytes, 1, 10);

    /// <summary>A read that found nothing or nothing new.</summary>
    public static double Miss => 1;

    public static double Write(int bytes, int indexedValues) => Interpolate(bytes, 5, 50) + indexedValues * IndexedValue;

    public static double Query(int documentsRead, int resultBytes) =>
        QueryStart + documentsRead * DocumentRead + resultBytes / KiB * ResultKiB;

    private static double Interpolate(int bytes, double atOne, double atHundred) =>
        atOne + Math.Max(0, bytes / KiB - 1) * (atHundred - atOne) / 99;
}
