namespace Pipeline.Articles.Formats.Input;

/// <summary>The exceptions by which .NET's readers of archives say that their input is broken.</summary>
internal static class FormatFaults
{
    public static bool Includes(Exception exception) =>
        exception is InvalidDataException or EndOfStreamException or FormatException;
}
