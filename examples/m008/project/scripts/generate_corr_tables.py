#!/usr/bin/env python3
"""Builds the CORR tables: rolling correlation of a currency pair with an exchange-traded fund."""

import argparse
import sys

from feature_names import ASSETS, pairs, table_id

MINUTES = (30, 60, 90)


def table_name(pair: str, asset: str) -> str:
    return f"corr_etf_idx_{pair}_{asset}"


def window(minutes: int) -> str:
    return f"(ORDER BY interval_time ROWS BETWEEN {minutes - 1} PRECEDING AND CURRENT ROW)"


def statement(pair: str, asset: str, quotes: str) -> str:
    correlations = ",\n       ".join(
        f"CORR(fx.close_idx, etf.close) OVER {window(m)} AS corr_{m}min" for m in MINUTES)
    return f"""
CREATE OR REPLACE TABLE {table_id(table_name(pair, asset))}
PARTITION BY DATE(interval_time) AS
SELECT interval_time, '{pair}' AS fx_pair, '{asset}' AS ibkr_instrument,
       {correlations},
       COVAR_SAMP(fx.close_idx, etf.close) OVER {window(60)} AS covar_60min,
       STDDEV(fx.close_idx) OVER {window(60)} AS fx_volatility_60min,
       STDDEV(etf.close) OVER {window(60)} AS ibkr_volatility_60min
FROM {table_id('base_idx_' + pair)} fx
JOIN `{quotes}` etf USING (interval_time)
WHERE etf.symbol = UPPER('{asset}')
""".strip()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pair", choices=pairs(), action="append", help="only this pair")
    parser.add_argument("--quotes", metavar="TABLE", help="table with the minute quotes of the funds")
    parser.add_argument("--dry-run", action="store_true", help="print the table names, build nothing")
    options = parser.parse_args()

    wanted = [(pair, asset) for pair in options.pair or pairs() for asset in ASSETS]
    if options.dry_run:
        for pair, asset in wanted:
            print(table_name(pair, asset))
        return 0
    if not options.quotes:
        parser.error("--quotes is needed unless --dry-run is given")

    from google.cloud import bigquery

    client = bigquery.Client()
    for pair, asset in wanted:
        client.query(statement(pair, asset, options.quotes)).result()
        print(f"built {table_name(pair, asset)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
