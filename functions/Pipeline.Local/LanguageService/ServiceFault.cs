namespace Pipeline.Local.LanguageService;

/// <summary>Something that goes wrong with one request.</summary>
/// <param name="Status">HTTP status of an error answer; 0 to answer after all.</param>
/// <param name="Delay">How long the answer takes.</param>
/// <param name="RetryAfterSeconds">Sent with the error when not null.</param>
/// <param name="Cut">True to end the answer in the middle of its JSON.</param>
internal sealed record ServiceFault(int Status = 0, TimeSpan Delay = default, int? RetryAfterSeconds = null, bool Cut = false);
