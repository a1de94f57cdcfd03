// Azure's public cloud: az cloud set --name AzureCloud
using 'main.bicep'

param cloud = 'public'
param image = readEnvironmentVariable('IMAGE')
param registryServer = readEnvironmentVariable('REGISTRY', '')
// Two replicas that share news need Redis: storage = 'managedRedis', minReplicas = 2, maxReplicas = 4.
param storage = 'blob'
// Only for appType = 'SingleTenant'; a managed identity needs neither.
param appId = readEnvironmentVariable('APP_ID', '')
param appPassword = readEnvironmentVariable('APP_PASSWORD', '')
