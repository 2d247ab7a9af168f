namespace Pipeline.LocalCosmos.Patches;

internal enum PatchOperationKind
{
    Add,
    Set,
    Replace,
    Remove,
    Increment,
    Move,
}
