#!/usr/bin/env python3
"""Checks the EURUSD training file before it is released for training."""

import argparse
import sys
from pathlib import Path

EXPECTED_COLUMNS = 458
SOME_TARGETS = (
    "target_bqx45_h15", "target_bqx45_h30", "target_bqx90_h15",
    "target_bqx90_h30", "target_bqx180_h15", "target_bqx360_h15",
)


def problems(columns: list[str]) -> list[str]:
    found = [f"{name} missing" for name in SOME_TARGETS if name not in columns]
    if len(columns) != EXPECTED_COLUMNS:
        found.append(f"{len(columns)} columns, {EXPECTED_COLUMNS} expected")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--file", type=Path, default=Path("training_eurusd.parquet"), help="parquet file to check")
    parser.add_argument("--dry-run", action="store_true", help="print what would be checked")
    options = parser.parse_args()

    if options.dry_run:
        print(f"columns = {EXPECTED_COLUMNS}, {len(SOME_TARGETS)} targets")
        return 0

    import pandas

    found = problems(list(pandas.read_parquet(options.file).columns))
    for problem in found:
        print(problem)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
