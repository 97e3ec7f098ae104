#!/usr/bin/env python3
"""Builds the TRI tables: for three currencies, the gap between a cross rate and the product of its two legs."""

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor

PROJECT = "bqx-ml"
DATASET = "bqx_ml_v3_features_v2"
FEATURE_TYPES = ("agg", "align", "mom", "vol", "reg")
VARIANTS = {"idx": ("base_idx_", "close_idx"), "bqx": ("base_bqx_", "bqx_45")}

# base, quote, cross
TRIANGLES = (
    ("eur", "usd", "gbp"), ("eur", "usd", "jpy"), ("eur", "usd", "chf"), ("eur", "usd", "aud"),
    ("eur", "usd", "cad"), ("eur", "usd", "nzd"), ("gbp", "usd", "jpy"), ("gbp", "usd", "chf"),
    ("gbp", "usd", "aud"), ("gbp", "usd", "cad"), ("gbp", "usd", "nzd"), ("aud", "usd", "jpy"),
    ("aud", "usd", "chf"), ("aud", "usd", "cad"), ("aud", "usd", "nzd"), ("nzd", "usd", "jpy"),
    ("nzd", "usd", "chf"), ("nzd", "usd", "cad"),
)
REVERSED = {("usd", "gbp"): "gbpusd", ("usd", "aud"): "audusd", ("usd", "nzd"): "nzdusd"}


def table_name(feature: str, variant: str, triangle: tuple[str, str, str]) -> str:
    return f"tri_{feature}_{variant}_" + "_".join(triangle)


def leg(quote: str, cross: str, column: str) -> tuple[str, str]:
    """Pair table and value expression of the second leg; three pairs exist only the other way round."""
    pair = REVERSED.get((quote, cross))
    if pair:
        return pair, f"SAFE_DIVIDE(1, p2.{column})"
    return quote + cross, f"p2.{column}"


def cross_pair(base: str, cross: str) -> str:
    order = ("eur", "gbp", "aud", "nzd", "usd", "cad", "chf", "jpy")
    return "".join(sorted((base, cross), key=order.index))


def statement(feature: str, variant: str, triangle: tuple[str, str, str]) -> str:
    base, quote, cross = triangle
    prefix, column = VARIANTS[variant]
    second, second_value = leg(quote, cross, column)
    source = f"{PROJECT}.{DATASET}.{prefix}"
    return f"""
CREATE OR REPLACE TABLE `{PROJECT}.{DATASET}.{table_name(feature, variant, triangle)}`
PARTITION BY DATE(interval_time) AS
WITH legs AS (
  SELECT interval_time, p1.{column} AS pair1_val, {second_value} AS pair2_val, p3.{column} AS pair3_val
  FROM `{source}{base}{quote}` p1
  JOIN `{source}{second}` p2 USING (interval_time)
  JOIN `{source}{cross_pair(base, cross)}` p3 USING (interval_time)
)
SELECT interval_time, '{base}' AS base_curr, '{quote}' AS quote_curr, '{cross}' AS cross_curr,
       pair1_val, pair2_val, pair3_val,
       pair1_val * pair2_val AS synthetic_val,
       pair3_val - pair1_val * pair2_val AS tri_error
FROM legs
""".strip()


def build(sql: str) -> None:
    from google.cloud import bigquery

    bigquery.Client(project=PROJECT).query(sql).result()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=4, help="statements that run at once")
    parser.add_argument("--feature", choices=FEATURE_TYPES, action="append", help="only this feature type")
    parser.add_argument("--dry-run", action="store_true", help="print the table names, build nothing")
    options = parser.parse_args()

    wanted = [(feature, variant, triangle)
              for feature in options.feature or FEATURE_TYPES
              for variant in VARIANTS
              for triangle in TRIANGLES]
    if options.dry_run:
        for item in wanted:
            print(table_name(*item))
        return 0
    with ThreadPoolExecutor(max_workers=options.workers) as pool:
        list(pool.map(lambda item: build(statement(*item)), wanted))
    print(f"{len(wanted)} tables built")
    return 0


if __name__ == "__main__":
    sys.exit(main())
