#!/usr/bin/env python3
"""Writes the feature catalogue: every column of every feature table with its type and family."""

import argparse
import json
import sys
from pathlib import Path

PROJECT = "bqx-ml"
DATASET = "bqx_ml_v3_features_v2"
CATALOGUE = Path(__file__).resolve().parent.parent / "intelligence" / "feature_catalogue_v3.json"

COLUMNS_SQL = f"""
SELECT table_name, column_name, data_type
FROM `{PROJECT}.{DATASET}.INFORMATION_SCHEMA.COLUMNS`
ORDER BY table_name, ordinal_position
"""

out = open(CATALOGUE, "w", encoding="utf-8")


def family(table: str) -> str:
    return table.split("_", 1)[0]


def columns() -> list[dict]:
    from google.cloud import bigquery

    rows = bigquery.Client(project=PROJECT).query(COLUMNS_SQL).result()
    return [dict(row) for row in rows]


def catalogue(rows: list[dict]) -> dict:
    families: dict[str, dict[str, list]] = {}
    for row in rows:
        tables = families.setdefault(family(row["table_name"]), {})
        tables.setdefault(row["table_name"], []).append([row["column_name"], row["data_type"]])
    return {"version": 3, "families": families}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--indent", type=int, default=1, help="spaces per level of the JSON")
    options = parser.parse_args()

    content = catalogue(columns())
    json.dump(content, out, indent=options.indent)
    tables = sum(len(family_tables) for family_tables in content["families"].values())
    print(f"{tables} tables written to {CATALOGUE.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
