// A private endpoint, with its DNS zone, for each service that the app calls.
param location string
param tags object
param networkId string
param subnetId string
param storageAccountId string
param cosmosAccountId string

@description('Empty when the local analyser serves.')
param languageAccountId string

var always = [
  {
    name: 'blob'
    zone: 'privatelink.blob.${environment().suffixes.storage}'
    resourceId: storageAccountId
    groupId: 'blob'
  }
  {
    name: 'queue'
    zone: 'privatelink.queue.${environment().suffixes.storage}'
    resourceId: storageAccountId
    groupId: 'queue'
  }
  {
    name: 'table'
    zone: 'privatelink.table.${environment().suffixes.storage}'
    resourceId: storageAccountId
    groupId: 'table'
  }
  {
    name: 'cosmos'
    zone: 'privatelink.documents.azure.com'
    resourceId: cosmosAccountId
    groupId: 'Sql'
  }
]
var language = empty(languageAccountId) ? [] : [
  {
    name: 'language'
    zone: 'privatelink.cognitiveservices.azure.com'
    resourceId: languageAccountId
    groupId: 'account'
  }
]
var endpoints = concat(always, language)

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for endpoint in endpoints: {
    name: endpoint.zone
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (endpoint, index) in endpoints: {
    parent: zones[index]
    name: 'articles'
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: networkId
      }
    }
  }
]

resource privateEndpoints 'Microsoft.Network/privateEndpoints@2025-01-01' = [
  for endpoint in endpoints: {
    name: 'pe-articles-${endpoint.name}'
    location: location
    tags: tags
    properties: {
      subnet: {
        id: subnetId
      }
      privateLinkServiceConnections: [
        {
          name: endpoint.name
          properties: {
            privateLinkServiceId: endpoint.resourceId
            groupIds: [endpoint.groupId]
          }
        }
      ]
    }
  }
]

resource zoneGroups 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-01-01' = [
  for (endpoint, index) in endpoints: {
    parent: privateEndpoints[index]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: endpoint.name
          properties: {
            privateDnsZoneId: zones[index].id
          }
        }
      ]
    }
  }
]
