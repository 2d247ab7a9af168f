// Who may do what. Every assignment says why in its description; nobody is granted a management role.
param appPrincipalId string
param eventTopicPrincipalId string

@description('Empty: nobody operates the installation from outside.')
param operatorPrincipalId string
param operatorPrincipalType string
param storageAccountName string
param cosmosAccountName string
param cosmosDatabaseName string
param insightsName string

@description('Empty when the local analyser serves.')
param languageAccountName string

var roleIds = {
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  storageBlobDataReader: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageQueueDataReader: '19e7f393-937e-4f77-808e-94535e297925'
  storageQueueDataMessageSender: 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  cognitiveServicesLanguageReader: '7628b7b8-a8b2-4cdc-b46f-e9b35248918e'
}
var cosmosDataReader = '00000000-0000-0000-0000-000000000001'
var cosmosDataContributor = '00000000-0000-0000-0000-000000000002'

// The app, on the storage account.
var appStorageRoles = [
  {
    role: 'storageBlobDataOwner'
    why: 'The app reads articles and writes states; the host takes blob leases for its locks and fetches its package. The host asks for Owner.'
  }
  {
    role: 'storageQueueDataContributor'
    why: 'The app sends and the host receives messages; the host makes and fills its own queue of blob events and the poison queues.'
  }
  {
    role: 'storageTableDataContributor'
    why: 'The host writes its diagnostic events to a table.'
  }
]

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageAccountName

  resource blobService 'blobServices' existing = {
    name: 'default'

    resource articles 'containers' existing = {
      name: 'articles'
    }

    resource work 'containers' existing = {
      name: 'work'
    }

    resource quarantine 'containers' existing = {
      name: 'quarantine'
    }

    resource deadLetters 'containers' existing = {
      name: 'dead-letters'
    }
  }

  resource queueService 'queueServices' existing = {
    name: 'default'

    resource removed 'queues' existing = {
      name: 'removed'
    }
  }
}

resource cosmosAccount 'Microsoft.DocumentDB/databaseAccounts@2025-04-15' existing = {
  name: cosmosAccountName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource languageAccount 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = if (!empty(languageAccountName)) {
  name: empty(languageAccountName) ? 'none' : languageAccountName
}

resource appOnStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for item in appStorageRoles: {
    scope: account
    name: guid(account.id, appPrincipalId, roleIds[item.role])
    properties: {
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[item.role])
      description: item.why
    }
  }
]

resource appOnInsights 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, appPrincipalId, roleIds.monitoringMetricsPublisher)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.monitoringMetricsPublisher)
    description: 'The app sends its traces, metrics and logs.'
  }
}

resource appOnLanguage 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(languageAccountName)) {
  scope: languageAccount
  name: guid(languageAccount.id, appPrincipalId, roleIds.cognitiveServicesLanguageReader)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.cognitiveServicesLanguageReader)
    description: 'The app has texts analysed; it manages no project and no model.'
  }
}

// The data plane of Cosmos DB has assignments of its own. The database and not the account: it holds all containers.
resource appOnCosmos 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-04-15' = {
  parent: cosmosAccount
  name: guid(cosmosAccount.id, appPrincipalId, cosmosDataContributor)
  properties: {
    principalId: appPrincipalId
    roleDefinitionId: '${cosmosAccount.id}/sqlRoleDefinitions/${cosmosDataContributor}'
    scope: '${cosmosAccount.id}/dbs/${cosmosDatabaseName}'
  }
}

resource topicOnDeadLetters 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account::blobService::deadLetters
  name: guid(account.id, eventTopicPrincipalId, 'dead-letters')
  properties: {
    principalId: eventTopicPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.storageBlobDataContributor)
    description: 'Event Grid keeps what it could not deliver; nothing but this container.'
  }
}

resource topicOnRemoved 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account::queueService::removed
  name: guid(account.id, eventTopicPrincipalId, 'removed')
  properties: {
    principalId: eventTopicPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.storageQueueDataMessageSender)
    description: 'Event Grid tells of deleted files; it sends to this queue and reads none.'
  }
}

resource operatorOnArticles 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorPrincipalId)) {
  scope: account::blobService::articles
  name: guid(account.id, operatorPrincipalId, 'articles')
  properties: {
    principalId: operatorPrincipalId
    principalType: operatorPrincipalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.storageBlobDataContributor)
    description: 'The operator drops articles; the smoke test after a deployment does.'
  }
}

resource operatorOnWork 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorPrincipalId)) {
  scope: account::blobService::work
  name: guid(account.id, operatorPrincipalId, 'work')
  properties: {
    principalId: operatorPrincipalId
    principalType: operatorPrincipalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.storageBlobDataContributor)
    description: 'The operator requeues and replays articles: their states are created there.'
  }
}

resource operatorOnQuarantine 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorPrincipalId)) {
  scope: account::blobService::quarantine
  name: guid(account.id, operatorPrincipalId, 'quarantine')
  properties: {
    principalId: operatorPrincipalId
    principalType: operatorPrincipalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.storageBlobDataContributor)
    description: 'The operator takes articles out of quarantine.'
  }
}

resource operatorSeesQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorPrincipalId)) {
  scope: account
  name: guid(account.id, operatorPrincipalId, roleIds.storageQueueDataReader)
  properties: {
    principalId: operatorPrincipalId
    principalType: operatorPrincipalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.storageQueueDataReader)
    description: 'The operator sees what waits.'
  }
}

resource operatorSendsMessages 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorPrincipalId)) {
  scope: account
  name: guid(account.id, operatorPrincipalId, roleIds.storageQueueDataMessageSender)
  properties: {
    principalId: operatorPrincipalId
    principalType: operatorPrincipalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.storageQueueDataMessageSender)
    description: 'The operator sends the messages of requeued articles; to receive and delete them is for the app alone.'
  }
}

resource operatorOnStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorPrincipalId)) {
  scope: account
  name: guid(account.id, operatorPrincipalId, roleIds.storageBlobDataReader)
  properties: {
    principalId: operatorPrincipalId
    principalType: operatorPrincipalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.storageBlobDataReader)
    description: 'The operator looks into quarantine, audits and articles in flight.'
  }
}

resource operatorOnCosmos 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-04-15' = if (!empty(operatorPrincipalId)) {
  parent: cosmosAccount
  name: guid(cosmosAccount.id, operatorPrincipalId, cosmosDataReader)
  properties: {
    principalId: operatorPrincipalId
    roleDefinitionId: '${cosmosAccount.id}/sqlRoleDefinitions/${cosmosDataReader}'
    scope: '${cosmosAccount.id}/dbs/${cosmosDatabaseName}'
  }
}
