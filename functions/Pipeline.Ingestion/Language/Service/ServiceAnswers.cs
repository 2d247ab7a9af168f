namespace Pipeline.Ingestion.Language.Service;

/// <summary>What the answers for the pieces of one article say together.</summary>
internal static class ServiceAnswers
{
    public static AnalyserInfo Analyser<T>(IReadOnlyList<DocumentAnswer<T>> answers)
    {
        var read = answers.Count(answer => answer.Fault is null);
        var model = answers.Select(answer => answer.ModelVersion).FirstOrDefault(version => version.Length > 0) ?? "";
        return new AnalyserInfo(LanguageOptions.Azure, model, read == answers.Count ? "full" : read == 0 ? "none" : "partial", Cached: false);
    }

    public static IReadOnlyList<string> Warnings<T>(IReadOnlyList<DocumentAnswer<T>> answers) =>
        [.. answers.Select(answer => answer.Fault).OfType<string>().Distinct(StringComparer.Ordinal)];
}
