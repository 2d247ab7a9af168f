#!/bin/sh
# Subscribes the deployed app to the dropped articles. azd runs this after every deployment; it may run again at any time.
set -eu

: "${AZURE_RESOURCE_GROUP:?Run azd provision first: it says where the app is.}"
: "${PIPELINE_FUNCTION_APP:?Run azd provision first: it says where the app is.}"
: "${PIPELINE_EVENT_TOPIC:?Run azd provision first: it says where the app is.}"
: "${PIPELINE_STORAGE_ACCOUNT:?Run azd provision first: it says where the app is.}"

command -v az >/dev/null || { echo 'The Azure CLI (az) is missing; install it and sign in with "az login".' >&2; exit 1; }

# The blob extension makes its key when the deployed app first starts. Only whether it is there is asked, never the key.
tries=0
until [ "$(az functionapp keys list --resource-group "$AZURE_RESOURCE_GROUP" --name "$PIPELINE_FUNCTION_APP" \
    --query "contains(keys(systemKeys), 'blobs_extension')" --output tsv 2>/dev/null)" = 'true' ]; do
  tries=$((tries + 1))
  if [ "$tries" -ge 40 ]; then
    echo "The app $PIPELINE_FUNCTION_APP has no key blobs_extension after ten minutes: it did not start. Look at its log stream, then run \"azd hooks run postdeploy\"." >&2
    exit 1
  fi
  echo 'Waiting for the function app to start ...'
  sleep 15
done

az deployment group create \
  --resource-group "$AZURE_RESOURCE_GROUP" \
  --name event-subscription \
  --template-file "$(dirname "$0")/../event-subscription.bicep" \
  --parameters functionAppName="$PIPELINE_FUNCTION_APP" topicName="$PIPELINE_EVENT_TOPIC" storageAccountName="$PIPELINE_STORAGE_ACCOUNT" \
  --output none

echo 'Dropped articles are delivered to the app.'
