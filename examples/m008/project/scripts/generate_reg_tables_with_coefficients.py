#!/usr/bin/env python3
"""Builds the REG tables: per window a parabola through the first value, the mean and the last value, with its three coefficients."""

import argparse
import json
import sys

PROJECT = "bqx-ml"
DATASET = "bqx_ml_v3_features_v2"
WINDOWS = (45, 90, 180, 360, 720, 1440, 2880)
VARIANTS = {"idx": ("base_idx_", "close_idx"), "bqx": ("base_bqx_", "bqx_45")}
ORDER = ("eur", "gbp", "aud", "nzd", "usd", "cad", "chf", "jpy")
PAIRS = sorted(base + quote for i, base in enumerate(ORDER) for quote in ORDER[i + 1:])


def coefficients(w: int) -> list[str]:
    """SQL of the coefficients and of the terms at the right end of a window of w rows."""
    quad = f"(first_{w} - 2 * mean_{w} + y) / (POW({w - 1}, 2) / 2)"
    lin = f"((y - first_{w}) / {w - 1} - {quad} * {w - 1})"
    return [
        f"{quad} AS reg_quad_coef_{w}",
        f"{lin} AS reg_lin_coef_{w}",
        f"first_{w} AS reg_const_term_{w}",
        f"{quad} * POW({w}, 2) AS reg_quad_term_{w}",
        f"{lin} * {w} AS reg_lin_term_{w}",
        f"y - ({quad} * POW({w}, 2) + {lin} * {w} + first_{w}) AS reg_residual_{w}",
    ]


def aggregates(w: int) -> list[str]:
    window = f"OVER (ORDER BY interval_time ROWS BETWEEN {w - 1} PRECEDING AND CURRENT ROW)"
    return [f"AVG(y) {window} AS mean_{w}", f"FIRST_VALUE(y) {window} AS first_{w}"]


def statement(variant: str, pair: str) -> str:
    prefix, column = VARIANTS[variant]
    inner = ",\n         ".join(part for w in WINDOWS for part in aggregates(w))
    outer = ",\n       ".join(part for w in WINDOWS for part in coefficients(w))
    return f"""
CREATE OR REPLACE TABLE `{PROJECT}.{DATASET}.reg_{variant}_{pair}`
PARTITION BY DATE(interval_time) CLUSTER BY pair AS
WITH source AS (
  SELECT interval_time, pair, {column} AS y FROM `{PROJECT}.{DATASET}.{prefix}{pair}`
), windows AS (
  SELECT interval_time, pair, y,
         {inner}
  FROM source
)
SELECT interval_time, pair, y AS source_value,
       {outer}
FROM windows
""".strip()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pair", choices=PAIRS, action="append", help="only this pair")
    parser.add_argument("--variant", choices=sorted(VARIANTS), action="append", help="only this variant")
    parser.add_argument("--dry-run", action="store_true", help="print the work as JSON lines, build nothing")
    options = parser.parse_args()

    wanted = [(variant, pair) for variant in options.variant or VARIANTS for pair in options.pair or PAIRS]
    if options.dry_run:
        for variant, pair in wanted:
            columns = sum(len(coefficients(w)) for w in WINDOWS)
            print(json.dumps({"table": f"reg_{variant}_{pair}", "coefficient_columns": columns}))
        return 0

    from google.cloud import bigquery

    client = bigquery.Client(project=PROJECT)
    for variant, pair in wanted:
        client.query(statement(variant, pair)).result()
        print(f"built reg_{variant}_{pair}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
