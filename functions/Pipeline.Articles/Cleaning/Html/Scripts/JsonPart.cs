namespace Pipeline.Articles.Cleaning.Html.Scripts;

/// <summary>An object, array or string of a JSON text; numbers and the like are not kept.</summary>
/// <param name="Kind">'{', '[' or '"'.</param>
/// <param name="Parent">Index of the object or array around it; -1 for the outermost.</param>
/// <param name="Key">Its name in the object around it; empty in an array.</param>
/// <param name="Value">A string's characters as they stand there, escaped; empty for the others.</param>
internal readonly record struct JsonPart(char Kind, int Parent, TextSpan Key, TextSpan Value);
