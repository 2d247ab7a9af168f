// One page for the operator, over the same queries that the alerts ask.
param location string
param tags object
param workspaceId string

var charts = [
  {
    title: 'Articles received and stored'
    query: loadTextContent('../queries/articles-over-time.kql')
    visualization: 'timechart'
  }
  {
    title: 'Stages: milliseconds'
    query: loadTextContent('../queries/stage-times.kql')
    visualization: 'table'
  }
  {
    title: 'From drop to document: seconds, 95th percentile'
    query: loadTextContent('../queries/queue-delay.kql')
    visualization: 'table'
  }
  {
    title: 'Oldest message of each queue: seconds'
    query: loadTextContent('../queries/queue-ages.kql')
    visualization: 'timechart'
  }
  {
    title: 'Longest untouched article in flight: seconds'
    query: loadTextContent('../queries/stuck-articles.kql')
    visualization: 'table'
  }
  {
    title: 'Request units of Cosmos DB'
    query: loadTextContent('../queries/request-units.kql')
    visualization: 'timechart'
  }
  {
    title: 'Percent of articles that failed'
    query: loadTextContent('../queries/failure-rate.kql')
    visualization: 'table'
  }
  {
    title: 'Why articles went to quarantine'
    query: loadTextContent('../queries/quarantine-reasons.kql')
    visualization: 'table'
  }
  {
    title: 'What the pipeline waited for'
    query: loadTextContent('../queries/retries.kql')
    visualization: 'timechart'
  }
]

var timeRange = {
  type: 9
  name: 'parameters'
  content: {
    version: 'KqlParameterItem/1.0'
    style: 'pills'
    queryType: 0
    resourceType: 'microsoft.operationalinsights/workspaces'
    parameters: [
      {
        version: 'KqlParameterItem/1.0'
        name: 'TimeRange'
        label: 'Time range'
        type: 4
        isRequired: true
        value: {
          durationMs: 86400000
        }
        typeSettings: {
          selectableValues: [
            { durationMs: 3600000 }
            { durationMs: 86400000 }
            { durationMs: 604800000 }
            { durationMs: 2592000000 }
          ]
        }
      }
    ]
  }
}

var items = [for chart in charts: {
  type: 3
  name: chart.title
  content: {
    version: 'KqlItem/1.0'
    title: chart.title
    query: chart.query
    size: 1
    queryType: 0
    resourceType: 'microsoft.operationalinsights/workspaces'
    crossComponentResources: [workspaceId]
    timeContextFromParameter: 'TimeRange'
    visualization: chart.visualization
  }
}]

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'article-pipeline')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Article pipeline'
    category: 'workbook'
    sourceId: workspaceId
    serializedData: string({
      version: 'Notebook/1.0'
      items: concat([timeRange], items)
      fallbackResourceIds: [workspaceId]
    })
  }
}
