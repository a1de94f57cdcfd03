// Where conversations are kept by several replicas. Nothing is thrown away when memory is full.
param name string
param location string

@description('managedRedis or cacheForRedis.')
param kind string
param tags object

resource managed 'Microsoft.Cache/redisEnterprise@2025-04-01' = if (kind == 'managedRedis') {
  name: name
  location: location
  tags: tags
  sku: {
    name: 'Balanced_B0'
  }
  properties: {
    highAvailability: 'Enabled'
    minimumTlsVersion: '1.2'
  }
}

resource database 'Microsoft.Cache/redisEnterprise/databases@2025-04-01' = if (kind == 'managedRedis') {
  parent: managed
  name: 'default'
  properties: {
    clientProtocol: 'Encrypted'
    port: 10000
    // One address for all keys.
    clusteringPolicy: 'EnterpriseCluster'
    evictionPolicy: 'NoEviction'
    accessKeysAuthentication: 'Enabled'
    persistence: {
      aofEnabled: true
      aofFrequency: '1s'
    }
  }
}

// Two copies in memory and none on a disk: losing both at once loses open conversations.
resource cache 'Microsoft.Cache/redis@2023-08-01' = if (kind == 'cacheForRedis') {
  name: name
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'Standard'
      family: 'C'
      capacity: 1
    }
    enableNonSslPort: false
    minimumTlsVersion: '1.2'
    redisConfiguration: {
      'maxmemory-policy': 'noeviction'
    }
  }
}

output name string = name
