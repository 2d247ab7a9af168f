// What an operator must hear of. The log alerts ask the queries in ../queries, which the workbook shows too; the metric
// alerts watch what only the services themselves can count.
param location string
param tags object
param workspaceId string
param cosmosAccountId string
param eventTopicId string

@description('Empty when the local analyser serves.')
param languageAccountId string

@description('Empty: alerts are raised and shown, but sent to nobody.')
param alertEmail string

param dailyTextRecords int
param hoursWithoutArticles int

@description('Seconds that a message has waited to be received, above which an alert is raised.')
param oldestMessageSeconds int = 900

@description('Seconds that an article in flight has stood untouched, above which an alert is raised. Lost messages are sent again after 1,800 to 2,400.')
param stuckSeconds int = 3000

@description('Articles in quarantine within an hour, above which an alert is raised.')
param quarantineAnHour int = 50

@description('Percent of articles that fail within an hour, above which an alert is raised.')
param failurePercent int = 10

@description('Seconds from drop to document (95th percentile of 15 minutes), above which an alert is raised.')
param slowSeconds int = 600

@description('Throttled tries within 15 minutes, above which an alert is raised.')
param throttledTries int = 100

@description('Requests that Cosmos DB answered 429 within 15 minutes, above which an alert is raised. The client retries them.')
param databaseThrottles int = 1000

// A window in the words of Azure Monitor: hours up to six, then a day.
var silence = hoursWithoutArticles > 6 ? 'P${hoursWithoutArticles / 24}D' : 'PT${hoursWithoutArticles}H'

var logAlerts = [
  {
    name: 'oldest-message'
    title: 'A message has waited for long in its queue'
    query: loadTextContent('../queries/oldest-message.kql')
    measure: 'seconds'
    operator: 'GreaterThan'
    threshold: oldestMessageSeconds
    frequency: 'PT5M'
    window: 'PT15M'
    severity: 1
  }
  {
    name: 'stuck-article'
    title: 'An article in flight has stood untouched for most of an hour'
    query: loadTextContent('../queries/stuck-articles.kql')
    measure: 'seconds'
    operator: 'GreaterThan'
    threshold: stuckSeconds
    frequency: 'PT15M'
    window: 'PT30M'
    severity: 1
  }
  {
    name: 'slow'
    title: 'Articles take long from drop to document'
    query: loadTextContent('../queries/queue-delay.kql')
    measure: 'seconds'
    operator: 'GreaterThan'
    threshold: slowSeconds
    frequency: 'PT15M'
    window: 'PT15M'
    severity: 2
  }
  {
    name: 'quarantine-growth'
    title: 'Quarantine grows'
    query: loadTextContent('../queries/quarantine-growth.kql')
    measure: 'articles'
    operator: 'GreaterThan'
    threshold: quarantineAnHour
    frequency: 'PT15M'
    window: 'PT1H'
    severity: 2
  }
  {
    name: 'failure-rate'
    title: 'Too many articles fail'
    query: loadTextContent('../queries/failure-rate.kql')
    measure: 'percent'
    operator: 'GreaterThan'
    threshold: failurePercent
    frequency: 'PT15M'
    window: 'PT1H'
    severity: 1
  }
  {
    name: 'no-articles'
    title: 'No article was stored for hours'
    query: loadTextContent('../queries/stored-articles.kql')
    measure: 'articles'
    operator: 'LessThan'
    threshold: 1
    frequency: 'PT1H'
    window: silence
    severity: 2
  }
  {
    name: 'throttling'
    title: 'A service throttles the pipeline'
    query: loadTextContent('../queries/throttling.kql')
    measure: 'retries'
    operator: 'GreaterThan'
    threshold: throttledTries
    frequency: 'PT15M'
    window: 'PT15M'
    severity: 3
  }
]

var always = [
  {
    name: 'database-throttling'
    title: 'Cosmos DB answers 429'
    scope: cosmosAccountId
    namespace: 'Microsoft.DocumentDB/databaseAccounts'
    metric: 'TotalRequests'
    aggregation: 'Count'
    dimensions: [
      {
        name: 'StatusCode'
        operator: 'Include'
        values: ['429']
      }
    ]
    threshold: databaseThrottles
    frequency: 'PT5M'
    window: 'PT15M'
  }
  {
    name: 'undelivered-events'
    title: 'Event Grid gave up on dropped articles; they lie in dead-letters'
    scope: eventTopicId
    namespace: 'Microsoft.EventGrid/systemTopics'
    metric: 'DeadLetteredCount'
    aggregation: 'Total'
    dimensions: []
    threshold: 0
    frequency: 'PT5M'
    window: 'PT15M'
  }
]
var language = empty(languageAccountId) ? [] : [
  {
    name: 'daily-text-records'
    title: 'Azure AI Language is used beyond the daily budget'
    scope: languageAccountId
    namespace: 'Microsoft.CognitiveServices/accounts'
    metric: 'ProcessedTextRecords'
    aggregation: 'Total'
    dimensions: []
    threshold: dailyTextRecords
    frequency: 'PT1H'
    window: 'P1D'
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(alertEmail)) {
  name: 'ag-articles'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'articles'
    emailReceivers: [
      {
        name: 'operator'
        emailAddress: alertEmail
        useCommonAlertSchema: true
      }
    ]
  }
}

resource logRules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in logAlerts: {
    name: 'articles-${alert.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: alert.title
      severity: alert.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: alert.frequency
      windowSize: alert.window
      autoMitigate: true
      // The tables of a new workspace exist only from the first trace on.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: alert.query
            metricMeasureColumn: alert.measure
            timeAggregation: 'Maximum'
            operator: alert.operator
            threshold: alert.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: empty(alertEmail) ? [] : [people.id]
      }
    }
  }
]

resource metricRules 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for alert in concat(always, language): {
    name: 'articles-${alert.name}'
    location: 'global'
    tags: tags
    properties: {
      description: alert.title
      severity: 2
      enabled: true
      scopes: [alert.scope]
      evaluationFrequency: alert.frequency
      windowSize: alert.window
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: alert.name
            metricNamespace: alert.namespace
            metricName: alert.metric
            dimensions: alert.dimensions
            timeAggregation: alert.aggregation
            operator: 'GreaterThan'
            threshold: alert.threshold
          }
        ]
      }
      actions: empty(alertEmail) ? [] : [
        {
          actionGroupId: people.id
        }
      ]
    }
  }
]
