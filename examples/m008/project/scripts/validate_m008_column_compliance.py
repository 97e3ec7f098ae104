#!/usr/bin/env python3
"""Checks column names against M008: letters first, then the feature, then the window."""

import argparse
import re
import sys

PROJECT = "bqx-ml"
DATASET = "bqx_ml_v3_features_v2"
FEATURE = re.compile(r"^[a-z]+_[a-z0-9_]+_(45|90|180|360|720|1440|2880)$")
RESERVED = {
    "interval_time", "pair", "pair1", "pair2", "curr1", "curr2", "curr3",
    "base_curr", "quote_curr", "cross_curr", "source_value",
}

COLUMNS_SQL = f"""
SELECT table_name, column_name
FROM `{PROJECT}.{DATASET}.INFORMATION_SCHEMA.COLUMNS`
"""


def conforms(column: str) -> bool
    return column in RESERVED or bool(FEATURE.match(column))


def columns() -> list[tuple[str, str]]:
    from google.cloud import bigquery

    rows = bigquery.Client(project=PROJECT).query(COLUMNS_SQL).result()
    return [(row["table_name"], row["column_name"]) for row in rows]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=50, help="print at most this many violations")
    options = parser.parse_args()

    found = columns()
    violations = [(table, column) for table, column in found if not conforms(column)]
    for table, column in violations[:options.limit]:
        print(f"{table}.{column}")
    print(f"{len(found) - len(violations)} of {len(found)} columns conform")
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
