// What the app runs on, and where its logs and counts go.
param name string
param location string
param useAppInsights bool
param tags object

resource logs 'Microsoft.OperationalInsights/workspaces@2022-10-01' = {
  name: '${name}-logs'
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 30
  }
}

resource platform 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-platform'
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = if (useAppInsights) {
  name: '${name}-insights'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: logs.id
  }
}

output id string = platform.id

@description('The domain that the names of apps stand in front of.')
output domain string = platform.properties.defaultDomain

@description('Empty where there is none.')
output insightsName string = useAppInsights ? insights.name : ''
