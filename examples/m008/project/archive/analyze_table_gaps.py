#!/usr/bin/env python3
"""Lists feature tables that ought to exist and do not. Out of use since the move to the v2 dataset."""

import argparse
import sys

FAMILIES = ("agg", "align", "mom", "reg", "vol")
VARIANTS = ("idx", "bqx")
MARKET_ORDER = ("eur", "gbp", "aud", "nzd", "usd", "cad", "chf", "jpy")


def expected() -> list[str]:
    pairs = [base + quote for i, base in enumerate(MARKET_ORDER) for quote in MARKET_ORDER[i + 1:]]
    return sorted(f"{family}_{variant}_{pair}" for family in FAMILIES for variant in VARIANTS for pair in pairs)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", help="file with the existing table names, one per line")
    options = parser.parse_args()

    with open(options.names, encoding="utf-8") as lines:
        existing = {line.strip() for line in lines}
    gaps = [name for name in expected() if name not in existing]
    for name in gaps:
        print(name)
    return 1 if gaps else 0


if __name__ == "__main__":
    sys.exit(main())
