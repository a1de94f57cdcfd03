// Azure operated by 21Vianet: az cloud set --name AzureChinaCloud
using 'main.bicep'

param cloud = 'china'
param image = readEnvironmentVariable('IMAGE')
param registryServer = readEnvironmentVariable('REGISTRY', '')
// Azure Managed Redis is not there: Blob Storage, and one replica unless Direct Line is used.
param storage = 'blob'
// Only for appType = 'SingleTenant'; a managed identity needs neither.
param appId = readEnvironmentVariable('APP_ID', '')
param appPassword = readEnvironmentVariable('APP_PASSWORD', '')
