# Subscribes the deployed app to the dropped articles. azd runs this after every deployment; it may run again at any time.
$ErrorActionPreference = 'Stop'

foreach ($name in 'AZURE_RESOURCE_GROUP', 'PIPELINE_FUNCTION_APP', 'PIPELINE_EVENT_TOPIC', 'PIPELINE_STORAGE_ACCOUNT') {
  if (-not [Environment]::GetEnvironmentVariable($name)) {
    throw "$name is missing. Run azd provision first: it says where the app is."
  }
}

if (-not (Get-Command az -ErrorAction SilentlyContinue)) {
  throw 'The Azure CLI (az) is missing; install it and sign in with "az login".'
}

# The blob extension makes its key when the deployed app first starts. Only whether it is there is asked, never the key.
$tries = 0
while ($true) {
  $ready = az functionapp keys list --resource-group $env:AZURE_RESOURCE_GROUP --name $env:PIPELINE_FUNCTION_APP `
    --query "contains(keys(systemKeys), 'blobs_extension')" --output tsv 2>$null
  if ($ready -eq 'true') { break }
  $tries++
  if ($tries -ge 40) {
    throw "The app $env:PIPELINE_FUNCTION_APP has no key blobs_extension after ten minutes: it did not start. Look at its log stream, then run `"azd hooks run postdeploy`"."
  }
  Write-Host 'Waiting for the function app to start ...'
  Start-Sleep -Seconds 15
}

az deployment group create `
  --resource-group $env:AZURE_RESOURCE_GROUP `
  --name event-subscription `
  --template-file (Join-Path $PSScriptRoot '../event-subscription.bicep') `
  --parameters functionAppName=$env:PIPELINE_FUNCTION_APP topicName=$env:PIPELINE_EVENT_TOPIC storageAccountName=$env:PIPELINE_STORAGE_ACCOUNT `
  --output none
if ($LASTEXITCODE -ne 0) { throw 'The event subscription could not be created; the message above says why.' }

Write-Host 'Dropped articles are delivered to the app.'
