using System.Text.Json.Nodes;

namespace Pipeline.Local.LanguageService;

/// <summary>Errors in the service's form.</summary>
internal static class ServiceErrors
{
    /// <summary>An error of the whole request.</summary>
    public static JsonObject Whole(string code, string message, string? innerCode = null, string? innerMessage = null) =>
        new() { ["error"] = Error(code, message, innerCode, innerMessage) };

    /// <summary>An error of one document.</summary>
    public static JsonObject Document(string id, string innerCode, string innerMessage) => new()
    {
        ["id"] = id,
        ["error"] = Error("InvalidArgument", "Invalid Document in request.", innerCode, innerMessage),
    };

    private static JsonObject Error(string code, string message, string? innerCode, string? innerMessage)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message };
        if (innerCode is not null)
            error["innererror"] = new JsonObject { ["code"] = innerCode, ["message"] = innerMessage };
        return error;
    }
}
