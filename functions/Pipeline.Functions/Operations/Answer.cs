using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Pipeline.Ingestion.Deduplication.Operating;

namespace Pipeline.Functions.Operations;

/// <summary>Answers of the HTTP functions. Serialised here, so that no setting of a host changes them.</summary>
internal static class Answer
{
    /// <summary>Articles that a call changes at most: a request must end.</summary>
    public const int MostArticles = 500;

    public static IActionResult Json<T>(T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) => new ContentResult
    {
        Content = JsonSerializer.Serialize(value, type),
        ContentType = MediaTypeNames.Application.Json,
        StatusCode = status,
    };

    /// <summary>The answer; 400 where the caller asked wrongly, 404 for an article that there is not.</summary>
    public static async Task<IActionResult> OfAsync(Func<Task<IActionResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (FormatException exception)
        {
            return BadRequest(exception.Message);
        }
        catch (ArticleNotFoundException exception)
        {
            return NotFound(exception.Message);
        }
    }

    public static IActionResult NotFound(string sentence) => Sentence(StatusCodes.Status404NotFound, sentence);

    public static IActionResult NotInQuarantine(string id) => NotFound($"{id} is not in quarantine (any more).");

    public static IActionResult BadRequest(string sentence) => Sentence(StatusCodes.Status400BadRequest, sentence);

    private static ContentResult Sentence(int status, string sentence) => new()
    {
        Content = sentence,
        ContentType = MediaTypeNames.Text.Plain,
        StatusCode = status,
    };
}
