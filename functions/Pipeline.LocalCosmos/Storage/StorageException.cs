namespace Pipeline.LocalCosmos.Storage;

/// <summary>SQLite refused a statement; <see cref="ResultCode"/> is its own.</summary>
internal sealed class StorageException(int resultCode, string message) : Exception($"SQLite {resultCode}: {message}")
{
    public int ResultCode { get; } = resultCode;
}
