// The container, its settings and its secrets.
param name string
param location string

@description('The environment of Container Apps.')
param platformId string

@description('Application Insights; empty: none.')
param insightsName string
param identityId string
param identityClientId string
param image string
param registryServer string
param cloud string
param appType string
param appId string

@secure()
param appPassword string
param appTenantId string
param embedOrigins string[]
param botName string
param hasDirectLine bool
param storage string
param storageName string
param minReplicas int
param maxReplicas int
param retentionDays int
param tags object

var port = 3978

resource insights 'Microsoft.Insights/components@2020-02-02' existing = if (!empty(insightsName)) {
  name: empty(insightsName) ? 'none' : insightsName
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' existing = {
  name: botName
}

resource directLine 'Microsoft.BotService/botServices/channels@2022-09-15' existing = if (hasDirectLine) {
  parent: bot
  name: 'DirectLineChannel'
}

resource managedRedis 'Microsoft.Cache/redisEnterprise@2025-04-01' existing = if (storage == 'managedRedis') {
  name: storageName
}

resource database 'Microsoft.Cache/redisEnterprise/databases@2025-04-01' existing = if (storage == 'managedRedis') {
  parent: managedRedis
  name: 'default'
}

resource cache 'Microsoft.Cache/redis@2023-08-01' existing = if (storage == 'cacheForRedis') {
  name: storageName
}

var storageUrl = storage == 'blob'
  ? 'https://${storageName}.blob.${environment().suffixes.storage}/conversations'
  : storage == 'managedRedis'
    ? 'rediss://:${uriComponent(database!.listKeys().primaryKey)}@${managedRedis!.properties.hostName}:10000'
    : 'rediss://:${uriComponent(cache!.listKeys().primaryKey)}@${cache!.properties.hostName}:${cache!.properties.sslPort}'

var hasPassword = appType == 'SingleTenant'
var hasInsights = !empty(insightsName)

// Nothing secret stands among the settings; each of these is a setting of its own.
var secrets = concat(
  [{ name: 'storage-url', value: storageUrl }],
  hasPassword ? [{ name: 'app-password', value: appPassword }] : [],
  hasInsights ? [{ name: 'insights', value: insights!.properties.ConnectionString }] : [],
  hasDirectLine
    ? [{ name: 'direct-line', value: directLine!.listChannelWithKeys().setting.sites[0].key }]
    : []
)

var settings = concat(
  [
    { name: 'PORT', value: string(port) }
    { name: 'CLOUD', value: cloud }
    { name: 'TRUST_PROXY', value: 'true' }
    { name: 'RETENTION_DAYS', value: string(retentionDays) }
    { name: 'EMBED_ORIGINS', value: join(embedOrigins, ',') }
    { name: 'MicrosoftAppType', value: appType }
    { name: 'MicrosoftAppId', value: appId }
    { name: 'MicrosoftAppTenantId', value: appTenantId }
    // Read by Azure's own library: which of the machine's identities to be.
    { name: 'AZURE_CLIENT_ID', value: identityClientId }
    { name: 'STORAGE_URL', secretRef: 'storage-url' }
  ],
  hasPassword ? [{ name: 'MicrosoftAppPassword', secretRef: 'app-password' }] : [],
  hasInsights ? [{ name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', secretRef: 'insights' }] : [],
  hasDirectLine ? [{ name: 'DIRECT_LINE_SECRET', secretRef: 'direct-line' }] : []
)

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: platformId
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: port
        transport: 'auto'
        allowInsecure: false
      }
      registries: empty(registryServer) ? [] : [{ server: registryServer, identity: identityId }]
      secrets: secrets
    }
    template: {
      // Longer than a turn may take: what is being answered is finished first.
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'advisor'
          image: image
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: settings
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/health', port: port }
              periodSeconds: 5
              failureThreshold: 10
            }
            {
              type: 'Liveness'
              httpGet: { path: '/health', port: port }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 3
            }
            {
              type: 'Readiness'
              httpGet: { path: '/ready', port: port }
              periodSeconds: 5
              timeoutSeconds: 5
              failureThreshold: 3
            }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [
          {
            name: 'calls'
            http: { metadata: { concurrentRequests: '50' } }
          }
        ]
      }
    }
  }
}

output name string = app.name
