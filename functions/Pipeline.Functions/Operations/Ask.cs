using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Operations;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Functions.Operations;

/// <summary>Reads what a caller of an HTTP function asks for.</summary>
internal static class Ask
{
    /// <exception cref="FormatException">The message says what may stand there.</exception>
    public static QuarantineFilter Filter(IQueryCollection query) => new()
    {
        Stage = Choice<Stage>(query, "stage"),
        Category = Choice<FailureCategory>(query, "category"),
        Reason = query["reason"] is [{ Length: > 0 } reason] ? reason : null,
    };

    /// <exception cref="FormatException">The message says what may stand there.</exception>
    public static int Number(IQueryCollection query, string name, int absent, int most) => query[name] switch
    {
        [] => absent,
        [var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= most => number,
        _ => throw new FormatException($"{name} must be a number from 1 to {most}."),
    };

    /// <exception cref="FormatException">It is not given, or more than once.</exception>
    public static string Text(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } text]
        ? text
        : throw new FormatException($"{name} must be given, once.");

    /// <exception cref="FormatException">The body is no JSON of that kind.</exception>
    public static async Task<T> BodyAsync<T>(HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, type, cancellationToken)
                ?? throw new FormatException("The body is null.");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The body is not the JSON that is wanted: {exception.Message}", exception);
        }
    }

    private static T? Choice<T>(IQueryCollection query, string name)
        where T : struct, Enum => query[name] switch
        {
            [] => null,
            [{ } text] when Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) => value,
            _ => throw new FormatException($"{name} must be one of {string.Join(", ", Enum.GetNames<T>())}."),
        };
}
