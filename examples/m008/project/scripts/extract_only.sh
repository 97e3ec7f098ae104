#!/usr/bin/env bash
# Starts the extract job for one pair and waits until it has finished.
set -euo pipefail

usage() {
  echo "usage: extract_only.sh PAIR [--dry-run]"
}

if [[ $# -lt 1 || "$1" == "--help" ]]; then
  usage
  exit 0
fi

pair=$1
region=${REGION:-us-central1}
bucket=gs://bqx-ml-staging

if [[ "${2:-}" == "--dry-run" ]]; then
  echo "would extract $pair to $bucket/$pair/"
  exit 0

gcloud run jobs execute bqx-ml-extract \
  --region "$region" \
  --args "--pair=$pair,--target=$bucket/$pair/" \
  --wait

gsutil ls "$bucket/$pair/*.parquet" | wc -l
