#!/usr/bin/env bash
# Builds both images and deploys the two Cloud Run jobs.
set -euo pipefail

dry_run=no
for argument in "$@"; do
  case $argument in
    --dry-run) dry_run=yes ;;
    --help)
      echo "usage: deploy_jobs.sh [--dry-run]"
      exit 0
      ;;
    *)
      echo "unknown argument: $argument" >&2
      exit 2
      ;;
  esac
done

root=$(cd "$(dirname "$0")/.." && pwd)
for job in extract merge; do
  if [[ $dry_run == yes ]]; then
    echo "gcloud builds submit --config cloudbuild-$job.yaml"
  else
    gcloud builds submit "$root" --config "$root/cloudbuild-$job.yaml"
  fi
done
