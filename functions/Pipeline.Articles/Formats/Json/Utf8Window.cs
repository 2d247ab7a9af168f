using System.Text;
using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Json;

/// <summary>A part's window, recoded to UTF-8 when it is in another charset: the structure of JSON is read in UTF-8.</summary>
internal sealed class Utf8Window : IDisposable
{
    private readonly bool _owned;

    private Utf8Window(ByteWindow value, bool owned) => (Value, _owned) = (value, owned);

    public ByteWindow Value { get; }

    public static Utf8Window Over(Part part, Encoding? charset) => charset is null
        ? new Utf8Window(part.Window, owned: false)
        : new Utf8Window(
            new ByteWindow(Encoding.CreateTranscodingStream(new WindowStream(part.Window), charset, Encoding.UTF8)), owned: true);

    public void Dispose()
    {
        if (_owned)
        {
            Value.Dispose();
        }
    }
}
