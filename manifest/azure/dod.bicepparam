// DoD: Azure Government, without a Direct Line service; the bot serves Web Chat itself. az cloud set --name AzureUSGovernment
using 'main.bicep'

param cloud = 'dod'
param image = readEnvironmentVariable('IMAGE')
param registryServer = readEnvironmentVariable('REGISTRY', '')
param useDirectLine = false
param storage = 'blob'
// Only for appType = 'SingleTenant'; a managed identity needs neither.
param appId = readEnvironmentVariable('APP_ID', '')
param appPassword = readEnvironmentVariable('APP_PASSWORD', '')
