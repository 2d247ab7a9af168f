// The function app on Flex Consumption. It holds no secret: every connection is an endpoint and the app's identity.
param name string
param planName string
param location string
param tags object
param identityId string
param identityClientId string
param insightsConnectionString string
param blobEndpoint string
param queueEndpoint string
param tableEndpoint string
param deploymentContainer string
param cosmosEndpoint string
param cosmosDatabase string
param entityProvider string
param keyPhraseProvider string

@description('Empty when the local analyser serves.')
param languageEndpoint string

@description('Text records of Azure AI Language a day, after which articles wait for the next day.')
param dailyTextRecords int

@description('Share of the articles\' traces that are kept, such as 0.1; metrics and logs always are.')
param traceRatio string

@description('Subnet of the app\'s outgoing calls. Empty: no private network.')
param subnetId string

param instanceMemoryMB int
param maximumInstanceCount int

// What the app reads; a test compares these names with the code.
var settings = {
  // Identity. The credential is named, so that no other way of signing in is tried first.
  AZURE_CLIENT_ID: identityClientId
  AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential'

  // Telemetry; Application Insights takes it from the identity only.
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'

  // The host's own state: locks, timers, keys, and the queue of blob events.
  AzureWebJobsStorage__blobServiceUri: blobEndpoint
  AzureWebJobsStorage__queueServiceUri: queueEndpoint
  AzureWebJobsStorage__tableServiceUri: tableEndpoint
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId

  // Articles, states and messages.
  PipelineStorage__blobServiceUri: blobEndpoint
  PipelineStorage__queueServiceUri: queueEndpoint
  PipelineStorage__credential: 'managedidentity'
  PipelineStorage__clientId: identityClientId

  // Documents.
  PipelineCosmos__accountEndpoint: cosmosEndpoint
  PipelineCosmos__credential: 'managedidentity'
  PipelineCosmos__clientId: identityClientId
  Pipeline__Cosmos__Database: cosmosDatabase

  // Entities and key phrases.
  Pipeline__Language__Entities: entityProvider
  Pipeline__Language__KeyPhrases: keyPhraseProvider
  Pipeline__Language__Endpoint: languageEndpoint
  Pipeline__Language__DailyTextRecords: string(dailyTextRecords)

  // Traces; alerts ask metrics, which are complete.
  Pipeline__Telemetry__TraceRatio: traceRatio

  // The worker's placeholder process crashes now and then on .NET 10 (azure-functions-dotnet-worker issue 3335, open).
  // Without placeholders a cold start takes longer; take this out when the issue is closed.
  WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED: '0'
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  // azd finds the app to deploy to by this tag.
  tags: union(tags, { 'azd-service-name': 'pipeline' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      appSettings: [for setting in items(settings): {
        name: setting.key
        value: setting.value
      }]
    }
    functionAppConfig: {
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${blobEndpoint}${deploymentContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
      }
    }
  }
}

// No user name and password for deployments; azd signs in with Entra ID. Two resources and no loop: the compiler checks
// the properties only where the name stands in the file.
resource scmPublishing 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

resource ftpPublishing 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

output name string = app.name
output hostName string = app.properties.defaultHostName
