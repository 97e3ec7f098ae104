#!/usr/bin/env python3
"""Audits table names against M008 and prints how many conform."""

import argparse
import json
import re
import sys

PROJECT = "bqx-ml"
DATASET = "bqx_ml_v3_features_v2"
PAGE = 50
NAME = re.compile(r"^[a-z]+_[a-z]+_[a-z0-9_]+$")

# Kept by hand: the summaries are rebuilt at night and sometimes absent from a listing.
ALWAYS = ("mkt_reg_bqx_summary", "mkt_reg_summary")

WINDOW_COUNT_SQL = f"""
SELECT COUNTIF(table_name LIKE 'lag_%_45') AS lag_45,
       COUNTIF(table_name LIKE 'lag_%_90') AS lag_90
FROM `{PROJECT}.{DATASET}.INFORMATION_SCHEMA.TABLES`
"""


def table_names() -> list[str]:
    from google.cloud import bigquery

    client = bigquery.Client(project=PROJECT)
    page = next(client.list_tables(f"{PROJECT}.{DATASET}", max_results=PAGE).pages)
    return sorted({table.table_id for table in page} | set(ALWAYS))


def window_counts() -> dict[str, int]:
    """LAG tables whose name ends in a bare window; names that end in w45 or w90 are not meant."""
    from google.cloud import bigquery

    row = next(iter(bigquery.Client(project=PROJECT).query(WINDOW_COUNT_SQL).result()))
    return {"lag_45": row["lag_45"], "lag_90": row["lag_90"]}


def conforms(name: str) -> bool:
    if not NAME.match(name):
        return False
    parts = name.split("_")
    if parts[0] == "tri":
        return parts[-3:] == sorted(parts[-3:])
    if parts[0] == "cov" and len(parts) == 5:
        return parts[3] < parts[4]
    return True


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", metavar="FILE", help="audit the names of this file, one per line, not the dataset")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    options = parser.parse_args()

    if options.names:
        with open(options.names, encoding="utf-8") as lines:
            names = [line.strip() for line in lines if line.strip()]
        windows = {}
    else:
        names = table_names()
        windows = window_counts()
    violations = [name for name in names if not conforms(name)]
    result = {"tables": len(names), "compliant": len(names) - len(violations), "violations": violations} | windows
    if options.json:
        print(json.dumps(result))
    else:
        print(f"{result['tables']} tables, {result['compliant']} compliant, {len(violations)} violations")
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
