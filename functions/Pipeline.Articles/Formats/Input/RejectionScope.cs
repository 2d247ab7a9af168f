namespace Pipeline.Articles.Formats.Input;

/// <summary>How much is lost with a rejection that is met while bytes are read.</summary>
internal enum RejectionScope
{
    /// <summary>A gap: the entry being read is lost, and the next read goes on behind the gap.</summary>
    Gap,

    /// <summary>The rest of this file or archive entry.</summary>
    Part,

    /// <summary>The rest of the received file.</summary>
    Batch,
}
