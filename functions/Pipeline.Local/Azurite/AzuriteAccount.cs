namespace Pipeline.Local.Azurite;

/// <summary>A storage account of the emulator.</summary>
/// <param name="Name">3 to 24 lower-case letters and digits.</param>
/// <param name="Key">Base64. No secret: it is served on the loopback interface only.</param>
public sealed record AzuriteAccount(string Name, string Key)
{
    /// <summary>Azurite's documented account.</summary>
    public static AzuriteAccount Default { get; } = new(
        "devstoreaccount1", "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==");
}
