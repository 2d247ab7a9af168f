using System.Globalization;
using Google.Protobuf;

namespace Pipeline.Local.Tracing;

/// <summary>
/// Reads the spans out of an ExportTraceServiceRequest. Field numbers: opentelemetry-proto 1.x, collector/trace/v1, trace/v1 and
/// common/v1; what is not needed is skipped.
/// </summary>
internal static class OtlpReader
{
    private const int ErrorStatus = 2;

    /// <exception cref="InvalidProtocolBufferException">The bytes are no such request.</exception>
    public static IReadOnlyList<Span> Read(byte[] request)
    {
        var spans = new List<Span>();
        foreach (var (field, resourceSpans) in Messages(request))
        {
            foreach (var (part, scopeSpans) in field == 1 ? Messages(resourceSpans) : [])
            {
                if (part == 2)
                {
                    ReadScope(scopeSpans, spans);
                }
            }
        }

        return spans;
    }

    private static void ReadScope(byte[] scopeSpans, List<Span> spans)
    {
        var source = "";
        foreach (var (field, message) in Messages(scopeSpans))
        {
            if (field == 1)
            {
                source = Messages(message).Where(part => part.Field == 1).Select(part => Text(part.Bytes)).FirstOrDefault("");
            }
            else if (field == 2)
            {
                spans.Add(ReadSpan(message, source));
            }
        }
    }

    private static Span ReadSpan(byte[] message, string source)
    {
        var (trace, span, parent, name) = ("", "", "", "");
        var (start, end, failed) = (0UL, 0UL, false);
        var attributes = new Dictionary<string, string>();
        using var input = new CodedInputStream(message);
        while (input.ReadTag() is var tag and not 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1: trace = Hex(input); break;
                case 2: span = Hex(input); break;
                case 4: parent = Hex(input); break;
                case 5: name = input.ReadString(); break;
                case 7: start = input.ReadFixed64(); break;
                case 8: end = input.ReadFixed64(); break;
                case 9: Add(attributes, input.ReadBytes().ToByteArray()); break;
                case 15: failed = IsError(input.ReadBytes().ToByteArray()); break;
                default: input.SkipLastField(); break;
            }
        }

        return new Span(trace, span, parent, source, name, start, end, attributes, failed);
    }

    private static void Add(Dictionary<string, string> attributes, byte[] keyValue)
    {
        var (key, value) = ("", "");
        foreach (var (field, bytes) in Messages(keyValue))
        {
            (key, value) = field == 1 ? (Text(bytes), value) : (key, AnyValue(bytes));
        }

        attributes[key] = value;
    }

    private static string AnyValue(byte[] message)
    {
        using var input = new CodedInputStream(message);
        return WireFormat.GetTagFieldNumber(input.ReadTag()) switch
        {
            1 => input.ReadString(),
            2 => input.ReadBool() ? "true" : "false",
            3 => input.ReadInt64().ToString(CultureInfo.InvariantCulture),
            4 => input.ReadDouble().ToString(CultureInfo.InvariantCulture),
            _ => "",
        };
    }

    private static bool IsError(byte[] status)
    {
        using var input = new CodedInputStream(status);
        while (input.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagFieldNumber(tag) == 3)
            {
                return input.ReadEnum() == ErrorStatus;
            }

            input.SkipLastField();
        }

        return false;
    }

    /// <summary>The fields of a message that are messages, texts or bytes themselves.</summary>
    private static List<(int Field, byte[] Bytes)> Messages(byte[] message)
    {
        var found = new List<(int, byte[])>();
        using var input = new CodedInputStream(message);
        while (input.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited)
            {
                found.Add((WireFormat.GetTagFieldNumber(tag), input.ReadBytes().ToByteArray()));
            }
            else
            {
                input.SkipLastField();
            }
        }

        return found;
    }

    private static string Text(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes);

    private static string Hex(CodedInputStream input) => Convert.ToHexStringLower(input.ReadBytes().Span);
}
