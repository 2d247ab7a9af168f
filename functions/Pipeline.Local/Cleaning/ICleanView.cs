namespace Pipeline.Local.Cleaning;

/// <summary>Shows outcomes one by one.</summary>
internal interface ICleanView
{
    void Show(CleanOutcome outcome);
}
