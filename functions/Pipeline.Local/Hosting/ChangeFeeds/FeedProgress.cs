namespace Pipeline.Local.Hosting.ChangeFeeds;

/// <summary>What came of a look at a change feed.</summary>
internal enum FeedProgress
{
    NothingNew,
    Handled,
    Failed,
}
