// The whole installation, in a resource group of its own. infra/README.md tells how to deploy and operate it.
targetScope = 'subscription'

@description('Name of the installation, such as "prod". Every resource name is derived from it.')
@minLength(1)
@maxLength(32)
param environmentName string

@description('Azure region of every resource. It must offer Flex Consumption.')
param location string

@description('Object id of the person or pipeline that operates the installation: may drop articles, read documents. Empty: nobody.')
param operatorPrincipalId string = ''

@description('What that principal is.')
@allowed(['User', 'ServicePrincipal', 'Group'])
param operatorPrincipalType string = 'User'

@description('Address that alerts and budget notices go to. Empty: alerts are raised but sent to nobody, and there is no budget.')
param alertEmail string = ''

@description('Who finds entities: the app itself, or Azure AI Language.')
@allowed(['local', 'azure'])
param entityProvider string = 'local'

@description('Who finds key phrases: the app itself, or Azure AI Language (which ends this feature on 31 March 2029).')
@allowed(['local', 'azure'])
param keyPhraseProvider string = 'local'

@description('RU/s at most, per database, 1,000 or more. 0: serverless, right below about 10 articles a second.')
@minValue(0)
param cosmosAutoscaleMaxThroughput int = 0

@description('Instances of the function app at most; each queue scales by itself.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 100

@description('Memory of an instance in MB. A batch is streamed, so articles decide and not files.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Reach storage, database and language service through private endpoints only.')
param privateNetwork bool = false

@description('Addresses (IPv4 or CIDR) that may still reach them from outside when the network is private, such as the producers\'.')
param allowedAddresses array = []

@description('Budget of the resource group, in the currency of the subscription, a month.')
@minValue(1)
param monthlyBudget int = 200

@description('Text records (1,000 characters of one feature) of Azure AI Language a day, beyond which articles wait for the next day and an alert is raised.')
@minValue(1)
param dailyTextRecords int = 100000

@description('Share of the articles\' traces that are kept: 1 for all, at ten times the cost of telemetry.')
param traceRatio string = '0.1'

@description('Hours without a stored article, after which an alert is raised.')
@allowed([1, 2, 3, 4, 5, 6, 24])
param hoursWithoutArticles int = 6

@description('First day of the budget. A budget that exists keeps its own.')
param budgetStart string = utcNow('yyyy-MM-01')

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = {
  'azd-env-name': environmentName
  workload: 'article-pipeline'
}
var usesLanguageService = entityProvider == 'azure' || keyPhraseProvider == 'azure'

resource group 'Microsoft.Resources/resourceGroups@2025-03-01' = {
  name: 'rg-articles-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  name: 'identity'
  params: {
    name: 'id-articles-${token}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  name: 'monitoring'
  params: {
    workspaceName: 'log-articles-${token}'
    insightsName: 'appi-articles-${token}'
    location: location
    tags: tags
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  scope: group
  name: 'network'
  params: {
    name: 'vnet-articles-${token}'
    location: location
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  scope: group
  name: 'storage'
  params: {
    name: 'starticles${token}'
    location: location
    tags: tags
    privateNetwork: privateNetwork
    allowedAddresses: allowedAddresses
  }
}

module cosmos 'modules/cosmos.bicep' = {
  scope: group
  name: 'cosmos'
  params: {
    name: 'cosmos-articles-${token}'
    location: location
    tags: tags
    autoscaleMaxThroughput: cosmosAutoscaleMaxThroughput
    privateNetwork: privateNetwork
    allowedAddresses: allowedAddresses
  }
}

module language 'modules/language.bicep' = if (usesLanguageService) {
  scope: group
  name: 'language'
  params: {
    name: 'lang-articles-${token}'
    location: location
    tags: tags
    privateNetwork: privateNetwork
  }
}

module privateEndpoints 'modules/private-endpoints.bicep' = if (privateNetwork) {
  scope: group
  name: 'private-endpoints'
  params: {
    location: location
    tags: tags
    networkId: privateNetwork ? network!.outputs.id : ''
    subnetId: privateNetwork ? network!.outputs.endpointSubnetId : ''
    storageAccountId: storage.outputs.id
    cosmosAccountId: cosmos.outputs.id
    languageAccountId: usesLanguageService ? language!.outputs.id : ''
  }
}

module eventTopic 'modules/event-topic.bicep' = {
  scope: group
  name: 'event-topic'
  params: {
    name: 'evgt-articles-${token}'
    location: location
    tags: tags
    storageAccountName: storage.outputs.name
  }
}

module roles 'modules/roles.bicep' = {
  scope: group
  name: 'roles'
  params: {
    appPrincipalId: identity.outputs.principalId
    eventTopicPrincipalId: eventTopic.outputs.principalId
    operatorPrincipalId: operatorPrincipalId
    operatorPrincipalType: operatorPrincipalType
    storageAccountName: storage.outputs.name
    cosmosAccountName: cosmos.outputs.name
    cosmosDatabaseName: cosmos.outputs.databaseName
    insightsName: monitoring.outputs.insightsName
    languageAccountName: usesLanguageService ? language!.outputs.name : ''
  }
}

module functionApp 'modules/function-app.bicep' = {
  scope: group
  name: 'function-app'
  params: {
    name: 'func-articles-${token}'
    planName: 'plan-articles-${token}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    insightsConnectionString: monitoring.outputs.insightsConnectionString
    blobEndpoint: storage.outputs.blobEndpoint
    queueEndpoint: storage.outputs.queueEndpoint
    tableEndpoint: storage.outputs.tableEndpoint
    deploymentContainer: storage.outputs.deploymentContainer
    cosmosEndpoint: cosmos.outputs.endpoint
    cosmosDatabase: cosmos.outputs.databaseName
    entityProvider: entityProvider
    keyPhraseProvider: keyPhraseProvider
    languageEndpoint: usesLanguageService ? language!.outputs.endpoint : ''
    traceRatio: traceRatio
    dailyTextRecords: dailyTextRecords
    subnetId: privateNetwork ? network!.outputs.appSubnetId : ''
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
  }
  // The app must find its roles when it starts; it fetches its package with them.
  dependsOn: [roles]
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  name: 'alerts'
  params: {
    location: location
    tags: tags
    alertEmail: alertEmail
    workspaceId: monitoring.outputs.workspaceId
    cosmosAccountId: cosmos.outputs.id
    eventTopicId: eventTopic.outputs.id
    languageAccountId: usesLanguageService ? language!.outputs.id : ''
    dailyTextRecords: dailyTextRecords
    hoursWithoutArticles: hoursWithoutArticles
  }
}

module budget 'modules/budget.bicep' = if (!empty(alertEmail)) {
  scope: group
  name: 'budget'
  params: {
    amount: monthlyBudget
    startDate: budgetStart
    alertEmail: alertEmail
  }
}

module workbook 'modules/workbook.bicep' = {
  scope: group
  name: 'workbook'
  params: {
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
  }
}

// azd keeps the outputs as environment values: the hook and the smoke test read them.
output AZURE_RESOURCE_GROUP string = group.name
output PIPELINE_FUNCTION_APP string = functionApp.outputs.name
output PIPELINE_EVENT_TOPIC string = eventTopic.outputs.name
output PIPELINE_STORAGE_ACCOUNT string = storage.outputs.name
output PIPELINE_BLOB_ENDPOINT string = storage.outputs.blobEndpoint
output PIPELINE_COSMOS_ENDPOINT string = cosmos.outputs.endpoint
output PIPELINE_COSMOS_DATABASE string = cosmos.outputs.databaseName
