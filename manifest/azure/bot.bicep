// The Azure Bot and its channels.
param name string
param displayName string
param sku string
param endpoint string
param appType string
param appId string
param appTenantId string

@description('The managed identity that the bot is; empty for an app registration.')
param identityId string

@description('Which Teams the bot is in; clouds of their own have only one.')
param teamsDeployment string
param hasDirectLine bool

@description('Origins whose pages may use Direct Line.')
param trustedOrigins string[]
param tags object

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  tags: tags
  kind: 'azurebot'
  sku: {
    name: sku
  }
  properties: {
    displayName: displayName
    endpoint: endpoint
    msaAppType: appType
    msaAppId: appId
    msaAppTenantId: appTenantId
    msaAppMSIResourceId: empty(identityId) ? null : identityId
    isStreamingSupported: false
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      acceptedTerms: true
      deploymentEnvironment: teamsDeployment
    }
  }
}

resource directLine 'Microsoft.BotService/botServices/channels@2022-09-15' = if (hasDirectLine) {
  parent: bot
  name: 'DirectLineChannel'
  location: 'global'
  // Two changes of one bot at a time are refused.
  dependsOn: [teams]
  properties: {
    channelName: 'DirectLineChannel'
    properties: {
      sites: [
        {
          siteName: 'advisor'
          isEnabled: true
          isV1Enabled: false
          isV3Enabled: true
          isBlockUserUploadEnabled: true
          // Only pages of these origins, and only user ids that the token holds.
          isSecureSiteEnabled: true
          trustedOrigins: trustedOrigins
        }
      ]
    }
  }
}

output name string = bot.name
