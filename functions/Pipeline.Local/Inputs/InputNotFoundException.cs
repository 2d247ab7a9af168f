namespace Pipeline.Local.Inputs;

/// <summary>An argument of --input names no file.</summary>
internal sealed class InputNotFoundException(string argument)
    : Exception($"--input {argument}: no such file, folder or match. Give a file, a folder, or a glob in quotes.");
