using System.Runtime.CompilerServices;

namespace Pipeline.Articles.Formats.Input;

/// <summary>Turns a limit of the whole file into its last entry.</summary>
internal static class BatchGuard
{
    public static async IAsyncEnumerable<RawEntry> Guard(
        IAsyncEnumerable<RawEntry> entries, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var enumerator = entries.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            RawEntry? last = null;
            try
            {
                if (!await enumerator.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (RejectedException e)
            {
                last = new RawEntry { Bytes = default, Rejection = e.Rejection };
            }

            yield return last ?? enumerator.Current;
            if (last is not null)
            {
                yield break;
            }
        }
    }
}
