#!/usr/bin/env python3
"""Builds the MKT tables: one row per minute for the market as a whole."""

import argparse
import sys

from feature_names import pairs, table_id
from market_scope import SCOPES, scope_filter

WINDOWS = (45, 90, 180, 360, 720)


def union(scope: str) -> str:
    """The volatility features of all pairs, one below the other."""
    chosen = [pair for pair in pairs() if scope_filter(scope, pair)]
    columns = ", ".join(f"vol_realized_{w}" for w in WINDOWS)
    return "\nUNION ALL\n".join(
        f"SELECT interval_time, '{pair}' AS pair, {columns} FROM {table_id('vol_idx_' + pair)}" for pair in chosen)


def statement(scope: str) -> str:
    averages = ", ".join(f"AVG(vol_realized_{w}) AS mkt_vol_realized_{w}" for w in WINDOWS)
    return f"""
CREATE OR REPLACE TABLE {table_id('mkt_vol')} AS
SELECT interval_time, '{scope}' AS scope, COUNT(*) AS pairs_count, {averages}
FROM ({union(scope)})
GROUP BY interval_time
""".strip()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scope", choices=SCOPES, default="all", help="which pairs make up the market")
    parser.add_argument("--dry-run", action="store_true", help="print the statement, build nothing")
    options = parser.parse_args()

    sql = statement(options.scope)
    if options.dry_run:
        print(sql)
        return 0

    from google.cloud import bigquery

    bigquery.Client().query(sql).result()
    print("mkt_vol built")
    return 0


if __name__ == "__main__":
    sys.exit(main())
