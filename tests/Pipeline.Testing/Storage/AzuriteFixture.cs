using System.Security.Cryptography;
using Pipeline.Local.Azurite;
using Xunit;

namespace Pipeline.Testing.Storage;

/// <summary>
/// One Azurite, in memory, for all tests of an assembly. Each test assembly defines a collection for it (xunit asks for that); each test
/// that wants a storage of its own asks for an account. Without Node.js it stays down and the tests are skipped by
/// <see cref="AzuriteFactAttribute"/>.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private const int AccountCount = 512;

    private readonly AzuriteAccount[] _accounts = [.. Enumerable.Range(0, AccountCount).Select(
        number => new AzuriteAccount($"test{number}", Convert.ToBase64String(RandomNumberGenerator.GetBytes(64))))];

    private AzuriteProcess? _azurite;
    private int _taken;

    /// <summary>Connection string of an account that no other test has used.</summary>
    public string NewAccount()
    {
        var azurite = _azurite ?? throw new NodeMissingException();
        var number = Interlocked.Increment(ref _taken) - 1;
        return number < AccountCount
            ? azurite.ConnectionStringFor(_accounts[number])
            : throw new InvalidOperationException($"More than {AccountCount} tests of one assembly ask for an account.");
    }

    public async Task InitializeAsync()
    {
        if (AzuriteFactAttribute.SkipReason is null)
        {
            _azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { Accounts = _accounts });
        }
    }

    public async Task DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
    }
}
