using Pipeline.Functions.Tests.Infra.Checks;

namespace Pipeline.Functions.Tests.Infra;

/// <summary>
/// Holds the deployment's files and the code together. Each check finds nothing wrong with the repository, and every
/// kind of fault that it is for when a file is changed so.
/// </summary>
public sealed class InfraTests
{
    [Fact]
    public void SettingsCheck_Repository_FindsNothing() => Assert.Empty(SettingsCheck.Faults(InfraFolder.Repository));

    [Theory]
    [InlineData("PipelineStorage__blobServiceUri:", "PipelineStorage__blobUri:", "PipelineStorage__blobServiceUri is needed")]
    [InlineData("PipelineStorage__blobServiceUri:", "PipelineStorage__blobUri:", "BlobServiceClient: Set PipelineStorage__blobServiceUri")]
    [InlineData("PipelineStorage__blobServiceUri:", "PipelineStorage__blobUri:", "PipelineStorage__blobUri is read by nothing")]
    [InlineData("PipelineStorage__queueServiceUri:", "PipelineStorage__queue:", "QueueServiceClient: Set PipelineStorage__queueServiceUri")]
    [InlineData("PipelineStorage__clientId:", "PipelineStorage__client:", "PipelineStorage__clientId is needed")]
    [InlineData("PipelineCosmos__accountEndpoint:", "PipelineCosmos__endpoint:", "CosmosClient: Set PipelineCosmos__accountEndpoint")]
    [InlineData("AzureWebJobsStorage__credential:", "AzureWebJobsStorage:", "AzureWebJobsStorage__credential is needed")]
    [InlineData("AZURE_CLIENT_ID:", "CLIENT_ID:", "AZURE_CLIENT_ID is needed")]
    [InlineData("Pipeline__Cosmos__Database:", "Pipeline__Cosmos__Databse:", "Pipeline__Cosmos__Databse is an option of nothing")]
    [InlineData("Pipeline__Language__Entities:", "Pipeline__Languages__Entities:", "Pipeline__Languages__Entities is an option of nothing")]
    [InlineData("AZURE_CLIENT_ID:", "FUNCTIONS_WORKER_RUNTIME: 'dotnet'\n  AZURE_CLIENT_ID:", "Flex Consumption refuses")]
    [InlineData("PipelineStorage__queueServiceUri: queueEndpoint", "PipelineStorage__queueServiceUri: account.listKeys().keys[0]", "holds a secret")]
    public void SettingsCheck_ChangedSetting_IsNamed(string old, string changed, string fault) =>
        AssertFault(SettingsCheck.Faults(InfraFolder.Repository.With(SettingsCheck.Path, old, changed)), fault);

    [Fact]
    public void StorageCheck_Repository_FindsNothing() => Assert.Empty(StorageCheck.Faults(InfraFolder.Repository));

    [Theory]
    [InlineData("  'work'\n", "", "container work is used")]
    [InlineData("  'work'\n", "  'work'\n  'other'\n", "container other is created")]
    [InlineData("  'enrich'\n", "", "queue enrich is used")]
    [InlineData("  'store-poison'\n", "  'store-poisoned'\n", "queue store-poison is used")]
    [InlineData("  'webjobs-blobtrigger-poison'\n", "", "queue webjobs-blobtrigger-poison is used")]
    [InlineData("for queue in queueNames", "for queue in otherNames", "for each of queueNames")]
    [InlineData("concat(pipelineContainers, [", "concat(containers, [", "for each of pipelineContainers")]
    [InlineData("allowSharedKeyAccess: false", "allowSharedKeyAccess: true", "allowSharedKeyAccess")]
    public void StorageCheck_ChangedName_IsNamed(string old, string changed, string fault) =>
        AssertFault(StorageCheck.Faults(InfraFolder.Repository.With(StorageCheck.Path, old, changed)), fault);

    [Fact]
    public void CosmosCheck_Repository_FindsNothing() => Assert.Empty(CosmosCheck.Faults(InfraFolder.Repository));

    [Theory]
    [InlineData(CosmosCheck.Containers, "{ \"path\": \"/text/?\" },", "", "articles differs")]
    [InlineData(CosmosCheck.Containers, "2592000", "2592001", "fingerprints differs")]
    [InlineData(CosmosCheck.Containers, "\"defaultTtl\": 2592000,", "", "fingerprints differs")]
    [InlineData(CosmosCheck.Containers, "/view\"", "/id\"", "views differs")]
    [InlineData(CosmosCheck.Containers, "\"leases\"", "\"lease\"", "leases differs")]
    [InlineData(CosmosCheck.Containers, "\"excludedPaths\": [{ \"path\": \"/*\" }]", "\"excludedPaths\": []", "fingerprints differs")]
    [InlineData(CosmosCheck.Containers, "\"consistent\"", "\"none\"", "fingerprints has a time to live and no index")]
    [InlineData(CosmosCheck.Module, "disableLocalAuth: true", "disableLocalAuth: false", "takes keys")]
    [InlineData(CosmosCheck.Module, "resource: container", "resource: other", "as the file of containers says")]
    public void CosmosCheck_ChangedContainer_IsNamed(string path, string old, string changed, string fault) =>
        AssertFault(CosmosCheck.Faults(InfraFolder.Repository.With(path, old, changed)), fault);

    [Fact]
    public void RolesCheck_Repository_FindsNothing() => Assert.Empty(RolesCheck.Faults(InfraFolder.Repository));

    [Theory]
    [InlineData("role: 'storageQueueDataContributor'", "role: 'storageBlobDataReader'", "lacks the role storageQueueDataContributor")]
    [InlineData("sqlRoleDefinitions/${cosmosDataContributor}", "sqlRoleDefinitions/${cosmosDataReader}", "lacks the role cosmosDataContributor")]
    [InlineData("974c5e8b-45b9-4653-ba55-5f855dd0fb88", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "has the id 8e3af657")]
    [InlineData("monitoringMetricsPublisher: ", "owner: ", "The role owner is not one of those")]
    [InlineData("    description: 'The app sends its traces, metrics and logs.'\n", "", "appOnInsights does not say why")]
    public void RolesCheck_ChangedRole_IsNamed(string old, string changed, string fault) =>
        AssertFault(RolesCheck.Faults(InfraFolder.Repository.With(RolesCheck.Path, old, changed)), fault);

    [Fact]
    public void EventsCheck_Repository_FindsNothing() => Assert.Empty(EventsCheck.Faults(InfraFolder.Repository));

    [Theory]
    [InlineData("= 'ReceiveArticle'", "= 'CleanArticle'", "CleanArticle is no function with a blob trigger")]
    [InlineData("= 'articles'", "= 'work'", "and not to work/")]
    [InlineData("${articlesContainer}/'", "${articlesContainer}'", "up to its slash")]
    [InlineData("'Microsoft.Storage.BlobCreated'", "'Microsoft.Storage.BlobRenamed'", "Other events than those of created")]
    [InlineData("'Microsoft.Storage.BlobDeleted'", "'Microsoft.Storage.BlobRenamed'", "Other events than those of deleted")]
    [InlineData("= 'removed'", "= 'clean'", "RemoveArticle does not listen")]
    [InlineData("queueName: removedQueue", "queueName: 'other'", "do not go to their queue")]
    [InlineData("blobContainerName: 'dead-letters'", "blobContainerName: 'lost'", "lost, is not created")]
    [InlineData("Host.Functions.${functionName}", "Host.Functions.", "does not name the function")]
    public void EventsCheck_ChangedSubscription_IsNamed(string old, string changed, string fault) =>
        AssertFault(EventsCheck.Faults(InfraFolder.Repository.With(EventsCheck.Path, old, changed)), fault);

    [Fact]
    public void SignalsCheck_Repository_FindsNothing() => Assert.Empty(SignalsCheck.Faults(InfraFolder.Repository));

    [Theory]
    [InlineData("infra/queries/throttling.kql", "'pipeline.stage.retries'", "'pipeline.retries'", "Name is never pipeline.retries")]
    [InlineData("infra/queries/throttling.kql", "'Throttled'", "'Slow'", "error.type is never Slow")]
    [InlineData("infra/queries/oldest-message.kql", "oldest_message.age", "oldest_message", "Name is never pipeline.queue.oldest_message")]
    [InlineData("infra/queries/stage-times.kql", "'Store'", "'Stored'", "Name is never Stored")]
    [InlineData("infra/modules/alerts.bicep", "throttling.kql", "other.kql", "throttling.kql is used by nothing")]
    public void SignalsCheck_ChangedQuery_IsNamed(string path, string old, string changed, string fault) =>
        AssertFault(SignalsCheck.Faults(InfraFolder.Repository.With(path, old, changed)), fault);

    [Fact]
    public void ReferencesCheck_Repository_FindsNothing() => Assert.Empty(ReferencesCheck.Faults(InfraFolder.Repository));

    [Theory]
    [InlineData("infra/main.bicep", "    cosmosDatabase: ", "    database: ", "functionApp does not get its parameter cosmosDatabase")]
    [InlineData("infra/main.bicep", "    cosmosDatabase: ", "    database: ", "functionApp has no parameter database")]
    [InlineData("infra/main.bicep", "identity.outputs.clientId", "identity.outputs.client", "identity has no output client")]
    [InlineData("infra/main.bicep", "modules/budget.bicep", "modules/costs.bicep", "modules/costs.bicep does not exist")]
    [InlineData("infra/main.bicep", "output PIPELINE_EVENT_TOPIC ", "output EVENT_TOPIC ", "postdeploy.ps1 reads PIPELINE_EVENT_TOPIC")]
    [InlineData("infra/main.parameters.json", "\"location\"", "\"region\"", "does not get its parameter location")]
    [InlineData("infra/main.parameters.json", "\"monthlyBudget\"", "\"budget\"", "has no parameter budget")]
    [InlineData("infra/modules/alerts.bicep", "throttling.kql", "other.kql", "other.kql, which does not exist")]
    [InlineData("infra/modules/roles.bicep", "storageAccounts@2025-01-01", "storageAccounts@2023-05-01", "in the versions")]
    [InlineData("infra/modules/budget.bicep", "2023-11-01", "2023-11-01-preview", "not stable")]
    [InlineData("infra/modules/budget.bicep", "amount: amount", "amount: 5", "amount is declared and not used")]
    [InlineData("infra/hooks/postdeploy.sh", "topicName=", "topic=", "passes topic")]
    [InlineData("azure.yaml", "postdeploy.ps1", "other.ps1", "does not run infra/hooks/postdeploy.ps1")]
    public void ReferencesCheck_BrokenReference_IsNamed(string path, string old, string changed, string fault) =>
        AssertFault(ReferencesCheck.Faults(InfraFolder.Repository.With(path, old, changed)), fault);

    [Fact]
    public void WorkflowsCheck_Repository_FindsNothing() => Assert.Empty(WorkflowsCheck.Faults(InfraFolder.Repository));

    [Theory]
    [InlineData("permissions: {}\n", "permissions: write-all\n", "not empty by default")]
    [InlineData(" # v5.0.0", "", "is not pinned")]
    [InlineData("08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0", "v5", "checkout@v5 is not pinned")]
    [InlineData("    permissions:\n      contents: read\n", "", "does not say what it may")]
    public void WorkflowsCheck_ChangedWorkflow_IsNamed(string old, string changed, string fault) =>
        AssertFault(WorkflowsCheck.Faults(InfraFolder.Repository.With(".github/workflows/build.yml", old, changed)), fault);

    private static void AssertFault(IEnumerable<string> faults, string expected) =>
        Assert.Contains(faults, fault => fault.Contains(expected, StringComparison.Ordinal));
}
