namespace Pipeline.Articles.Tests.Cleaning;

/// <summary>Tests with huge inputs run by themselves: others measure memory and time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "cleaning huge inputs";
}
