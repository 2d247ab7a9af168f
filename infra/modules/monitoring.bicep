// Log Analytics and Application Insights. Telemetry is accepted from Entra ID identities only.
param workspaceName string
param insightsName string
param location string
param tags object

@description('Days that telemetry is kept; the first 31 cost nothing.')
param retentionInDays int = 30

@description('GB a day at which the workspace stops taking telemetry in: the emergency brake against a flood of logs. -1: none.')
param dailyQuotaGb int = 10

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionInDays
    features: {
      disableLocalAuth: true
    }
    workspaceCapping: {
      dailyQuotaGb: dailyQuotaGb
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

output workspaceId string = workspace.id
output insightsName string = insights.name
output insightsConnectionString string = insights.properties.ConnectionString
