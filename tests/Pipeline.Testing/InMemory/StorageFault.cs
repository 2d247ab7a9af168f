using System.Net;
using System.Text;

namespace Pipeline.Testing.InMemory;

/// <summary>An error answer of the storage services, with the code that they document.</summary>
internal sealed class StorageFault(HttpStatusCode status, string code) : Exception
{
    public HttpResponseMessage ToResponse(string request)
    {
        var response = new HttpResponseMessage(status)
        {
            Content = new StringContent(
                $"<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>{code}</Code><Message>{code}: {request}</Message></Error>",
                Encoding.UTF8,
                "application/xml"),
        };
        response.Headers.TryAddWithoutValidation("x-ms-error-code", code);
        return response;
    }
}
