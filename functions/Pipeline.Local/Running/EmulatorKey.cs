namespace Pipeline.Local.Running;

/// <summary>The key that Microsoft publishes for its emulator, the same for everybody; emulators of others take any.</summary>
internal static class EmulatorKey
{
    public const string Value = "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==";
}
