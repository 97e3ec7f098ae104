#!/usr/bin/env python3
"""Extracts the features of one pair, group by group, each to its own parquet file."""

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor

GROUPS = {
    "base": """
        SELECT interval_time, bqx_45, bqx_90, bqx_180, target_45, target_90
        FROM `bqx-ml.bqx_ml_v3_features_v2.base_bqx_eurusd`
    """,
    "reg": """
        SELECT interval_time, reg_lin_term_45, reg_quad_term_45, reg_residual_45
        FROM `bqx-ml.bqx_ml_v3_features_v2.reg_bqx_eurusd`
    """,
    "cov": """
        SELECT interval_time, pair1, pair2, val_1, val_2, spread_zscore
        FROM `bqx-ml.bqx_ml_v3_features_v2.cov_agg_bqx_audusd_eurusd`
    """,
    "lag": """
        SELECT interval_time, bqx_close, bqx_lag_45, momentum_45
        FROM `bqx-ml.bqx_ml_v3_features_v2.lag_bqx_eurusd_45`
    """,
    "tri": """
        SELECT interval_time, synthetic_val, tri_error, error_zscore
        FROM `bqx-ml.bqx_ml_v3_features_v2.tri_agg_bqx_eur_usd_gbp`
    """,
}


def extract(group: str, target: str) -> str:
    from google.cloud import bigquery

    frame = bigquery.Client().query(GROUPS[group]).to_dataframe()
    path = f"{target}/{group}.parquet"
    frame.to_parquet(path)
    return path


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--target", default=".", help="directory or bucket to write to")
    parser.add_argument("--group", choices=sorted(GROUPS), action="append", help="only this group")
    parser.add_argument("--workers", type=int, default=4, help="groups that run at once")
    parser.add_argument("--dry-run", action="store_true", help="print the queries, extract nothing")
    options = parser.parse_args()

    wanted = options.group or sorted(GROUPS)
    if options.dry_run:
        for group in wanted:
            print(f"-- {group}{GROUPS[group]}")
        return 0
    with ThreadPoolExecutor(max_workers=options.workers) as pool:
        for path in pool.map(lambda group: extract(group, options.target), wanted):
            print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
