using Pipeline.Ingestion.Operations;

namespace Pipeline.Local.Commands.Operations;

/// <summary>One line for each article that an operation touched, while it goes on.</summary>
internal static class Results
{
    /// <returns>1 when nothing was done.</returns>
    public static async Task<int> WriteAsync(TextWriter writer, IAsyncEnumerable<ArticleResult> results, string nothing)
    {
        var (done, left) = (0, 0);
        await foreach (var result in results)
        {
            _ = result.Done ? done++ : left++;
            writer.WriteLine($"{(result.Done ? "done" : "left")}  {result.Id ?? "-"}  {result.Name}: {result.What}");
        }

        writer.WriteLine(done + left == 0 ? nothing : $"{done} done, {left} left as they are.");
        return done > 0 ? OperationCommands.Success : OperationCommands.NothingDone;
    }
}
