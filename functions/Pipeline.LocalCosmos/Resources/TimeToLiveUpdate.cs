using Pipeline.LocalCosmos.Storage;

namespace Pipeline.LocalCosmos.Resources;

/// <summary>Gives every item its new end after the container's time to live has changed.</summary>
internal static class TimeToLiveUpdate
{
    public static void Run(StorageConnection connection, ContainerResource container)
    {
        var statement = connection.Statement($"""
            UPDATE {container.Table} SET expires = CASE
                WHEN ?1 IS NULL THEN NULL
                WHEN coalesce(body ->> '$.ttl', ?1) > 0 THEN ts + coalesce(body ->> '$.ttl', ?1)
                END
            """);
        statement.Bind(1, container.Definition.DefaultTimeToLive).Execute();
    }
}
