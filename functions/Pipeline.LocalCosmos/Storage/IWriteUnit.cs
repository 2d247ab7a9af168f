namespace Pipeline.LocalCosmos.Storage;

/// <summary>One request's writing. The writer runs it inside its own savepoint of the group's transaction.</summary>
internal interface IWriteUnit
{
    /// <summary>Writes; false rolls back what this unit did (its answer then is the refusal it found).</summary>
    bool Run(StorageConnection connection);

    /// <summary>The group is on disk: answer.</summary>
    void Committed();

    /// <summary>Nothing of this unit was kept.</summary>
    void Failed(Exception exception);
}
