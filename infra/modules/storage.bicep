// One account for the articles, the queues between the stages and the host's own state. Keys are switched off.
param name string
param location string
param tags object
param privateNetwork bool
param allowedAddresses array

@description('Days after which dropped articles and audits move to the cool tier.')
param coolAfterDays int = 30

@description('Days after which a language result is forgotten; not shorter than Pipeline:Language:CacheDays.')
param cacheDays int = 90

@description('Days after its last article until a site is forgotten.')
param siteDays int = 180

@description('Days that undeliverable Event Grid events are kept.')
param deadLetterDays int = 30

// The same names stand in PipelineMap; a test holds the two together. quarantine and work have no lifecycle rule: what
// lies there is removed by the pipeline or by its operator, never by age.
var pipelineContainers = [
  'articles'
  'work'
  'quarantine'
  'audit'
  'cache'
  'sites'
]
var deploymentContainerName = 'deployment'
var deadLetterContainerName = 'dead-letters'

var queueNames = [
  'clean'
  'enrich'
  'deduplicate'
  'store'
  'clean-poison'
  'enrich-poison'
  'deduplicate-poison'
  'store-poison'
  'webjobs-blobtrigger-poison'
  'removed'
  'removed-poison'
]

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: 'Standard_LRS'
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    // Event Grid writes its dead letters as a trusted service, also when the network is private.
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: privateNetwork ? 'Deny' : 'Allow'
      ipRules: [for address in allowedAddresses: {
        value: address
        action: 'Allow'
      }]
    }
  }
}

resource blobService 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    // Containers only: with soft deletion of blobs, every state that ended would be paid for a week longer.
    containerDeleteRetentionPolicy: {
      enabled: true
      days: 7
    }
  }
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = [
  for container in concat(pipelineContainers, [deploymentContainerName, deadLetterContainerName]): {
    parent: blobService
    name: container
    properties: {
      publicAccess: 'None'
    }
  }
]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-01-01' = {
  parent: account
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-01-01' = [
  for queue in queueNames: {
    parent: queueService
    name: queue
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'cool-what-was-read'
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['articles/', 'audit/']
            }
            actions: {
              baseBlob: {
                tierToCool: {
                  daysAfterModificationGreaterThan: coolAfterDays
                }
              }
            }
          }
        }
        {
          name: 'forget-language-results'
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['cache/']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: cacheDays
                }
              }
            }
          }
        }
        {
          name: 'forget-sites'
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['sites/']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: siteDays
                }
              }
            }
          }
        }
        {
          name: 'drop-dead-letters'
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['${deadLetterContainerName}/']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: deadLetterDays
                }
              }
            }
          }
        }
      ]
    }
  }
}

output id string = account.id
output name string = account.name
output blobEndpoint string = account.properties.primaryEndpoints.blob
output queueEndpoint string = account.properties.primaryEndpoints.queue
output tableEndpoint string = account.properties.primaryEndpoints.table
output deploymentContainer string = deploymentContainerName
