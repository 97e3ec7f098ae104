#!/usr/bin/env bash
# Extracts, merges and validates the training file of one pair on Cloud Run.
set -euo pipefail

if [[ $# -lt 1 || "$1" == "--help" ]]; then
  echo "usage: cloud_run_polars_pipeline.sh PAIR [--dry-run]"
  exit 0
fi

pair=$1
here=$(cd "$(dirname "$0")" && pwd)

if [[ "${2:-}" == "--dry-run" ]]; then
  echo "extract $pair, merge $pair, validate training_$pair.parquet"
  exit 0
fi

bash "$here/extract_only.sh" $pair
bash "$here/merge_only.sh" "$pair"
cd "$WORK_DIR"
rm -rf $WORK_DIR/tmp_$pair
python3 "$here/validate_training_file.py" "training_$pair.parquet"
