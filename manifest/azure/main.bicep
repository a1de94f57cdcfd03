// Everything that the bot needs in one resource group:
//   az deployment group create --resource-group <group> --parameters manifest/azure/<cloud>.bicepparam
targetScope = 'resourceGroup'

@description('Begins the name of everything that is made.')
@minLength(2)
@maxLength(20)
param name string = 'advisor'

@description('The Microsoft cloud that the bot runs in: the setting CLOUD.')
@allowed(['public', 'gcc', 'gccHigh', 'dod', 'china'])
param cloud string

@description('Where the container runs. The Azure Bot itself is global.')
param location string = resourceGroup().location

@description('The container image, such as contoso.azurecr.io/multichannel-advisor:1.0.0.')
param image string

@description('The registry that the managed identity pulls the image from (it needs the role AcrPull there); empty: anybody may pull it.')
param registryServer string = ''

@description('How the bot proves who it is. UserAssignedMSI has no secret.')
@allowed(['UserAssignedMSI', 'SingleTenant'])
param appType string = 'UserAssignedMSI'

@description('SingleTenant: the application (client) id of the app registration.')
param appId string = ''

@description('SingleTenant: the client secret of the app registration.')
@secure()
param appPassword string = ''

@description('SingleTenant: the tenant of the app registration.')
param appTenantId string = tenant().tenantId

@description('The name that people see.')
@maxLength(42)
param displayName string = 'Multi-channel Advisor'

@description('S1 has a service level; F0 is free, and limited to 10,000 messages a month outside Teams.')
@allowed(['F0', 'S1'])
param botSku string = 'S1'

@description('Origins whose pages may embed the chat, such as https://www.example.com.')
param embedOrigins string[] = []

@description('Whether Web Chat goes through Microsoft’s Direct Line service; otherwise the bot serves it itself. DoD has no such service.')
param useDirectLine bool = false

@description('Where conversations are kept. blob: a storage account. managedRedis: Azure Managed Redis, in the public cloud only. cacheForRedis: its predecessor, for subscriptions that still may make one.')
@allowed(['blob', 'managedRedis', 'cacheForRedis'])
param storage string = 'blob'

@minValue(1)
param minReplicas int = 1

@description('More than one needs Redis or Direct Line, because a page may be connected to one replica and call another.')
@minValue(1)
param maxReplicas int = 1

@description('Days after which untouched conversations are deleted.')
@minValue(1)
@maxValue(3650)
param retentionDays int = 30

@description('Whether the counts go to Application Insights.')
param useAppInsights bool = true

param tags object = {}

var suffix = uniqueString(resourceGroup().id)
var hasDirectLine = useDirectLine && cloud != 'dod'
var sharesNews = storage != 'blob' || hasDirectLine
var mostReplicas = sharesNews ? maxReplicas : 1

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
  tags: tags
}

var isManaged = appType == 'UserAssignedMSI'
var botAppId = isManaged ? identity.properties.clientId : appId
var botTenantId = isManaged ? identity.properties.tenantId : appTenantId

module platform 'platform.bicep' = {
  name: 'platform'
  params: {
    name: name
    location: location
    useAppInsights: useAppInsights
    tags: tags
  }
}

module blobs 'storage.bicep' = if (storage == 'blob') {
  name: 'storage'
  params: {
    name: take('${toLower(replace(name, '-', ''))}${suffix}', 24)
    location: location
    sku: contains(['public', 'gcc'], cloud) ? 'Standard_ZRS' : 'Standard_LRS'
    principalId: identity.properties.principalId
    tags: tags
  }
}

module redis 'redis.bicep' = if (storage != 'blob') {
  name: 'redis'
  params: {
    name: '${name}-${suffix}'
    location: location
    kind: storage
    tags: tags
  }
}

// The address is known before the app is there: so the bot can be made first, and the app be given its keys.
var host = '${name}.${platform.outputs.domain}'

module bot 'bot.bicep' = {
  name: 'bot'
  params: {
    name: '${name}-${suffix}'
    displayName: displayName
    sku: botSku
    endpoint: 'https://${host}/api/messages'
    appType: appType
    appId: botAppId
    appTenantId: botTenantId
    identityId: isManaged ? identity.id : ''
    teamsDeployment: cloud == 'gcc' ? 'GCCModerateDeployment' : 'CommercialDeployment'
    hasDirectLine: hasDirectLine
    trustedOrigins: concat(['https://${host}'], embedOrigins)
    tags: tags
  }
}

module app 'app.bicep' = {
  name: 'app'
  params: {
    name: name
    location: location
    platformId: platform.outputs.id
    insightsName: platform.outputs.insightsName
    identityId: identity.id
    identityClientId: identity.properties.clientId
    image: image
    registryServer: registryServer
    cloud: cloud
    appType: appType
    appId: botAppId
    appPassword: appPassword
    appTenantId: botTenantId
    embedOrigins: embedOrigins
    botName: bot.outputs.name
    hasDirectLine: hasDirectLine
    storage: storage
    storageName: storage == 'blob' ? blobs!.outputs.name : redis!.outputs.name
    minReplicas: min(minReplicas, mostReplicas)
    maxReplicas: mostReplicas
    retentionDays: retentionDays
    tags: tags
  }
}

@description('Where the page is.')
output url string = 'https://${host}'

@description('Where Azure Bot Service delivers messages.')
output endpoint string = 'https://${host}/api/messages'

@description('The MicrosoftAppId, for the Teams app package.')
output appId string = botAppId

@description('How many replicas there are at most; 1 where nothing shares news between them.')
output maxReplicas int = mostReplicas
