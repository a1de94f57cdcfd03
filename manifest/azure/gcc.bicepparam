// GCC: Azure's public cloud, but for its Teams. az cloud set --name AzureCloud
using 'main.bicep'

param cloud = 'gcc'
param image = readEnvironmentVariable('IMAGE')
param registryServer = readEnvironmentVariable('REGISTRY', '')
param storage = 'blob'
// Only for appType = 'SingleTenant'; a managed identity needs neither.
param appId = readEnvironmentVariable('APP_ID', '')
param appPassword = readEnvironmentVariable('APP_PASSWORD', '')
