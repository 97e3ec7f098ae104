#!/usr/bin/env python3
"""Fills base_bqx tables for days on which the price index arrived late."""

import argparse
import datetime
import sys

PROJECT = "bqx-ml"
DATASET = "bqx_ml_v3_features_v2"
WINDOWS = (45, 90, 180, 360, 720, 1440, 2880)


def statement(pair: str, day: datetime.date) -> str:
    values = ",\n       ".join(
        f"100 * SAFE_DIVIDE(close_idx - LAG(close_idx, {w}) OVER t, LAG(close_idx, {w}) OVER t) AS bqx_{w}"
        for w in WINDOWS)
    return f"""
INSERT INTO `{PROJECT}.{DATASET}.base_bqx_{pair}` (interval_time, pair, {", ".join(f"bqx_{w}" for w in WINDOWS)})
SELECT * FROM (
  SELECT interval_time, pair, {values}
  FROM `{PROJECT}.{DATASET}.base_idx_{pair}`
  WINDOW t AS (ORDER BY interval_time)
)
WHERE DATE(interval_time) = '{day.isoformat()}'
""".strip()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pair", default="eurusd", help="pair to fill")
    parser.add_argument("--day", type=datetime.date.fromisoformat, default=datetime.date(2025, 12, 12), help="day to fill")
    parser.add_argument("--dry-run", action="store_true", help="print the statement, write nothing")
    options = parser.parse_args()

    sql = statement(options.pair, options.day)
    if options.dry_run:
        print(sql)
        return 0

    from google.cloud import bigquery

    bigquery.Client(project=PROJECT).query(sql).result()
    return 0


if __name__ == "__main__":
    sys.exit(main())
