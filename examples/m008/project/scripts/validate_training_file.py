#!/usr/bin/env python3
"""Checks a training file by its footer alone: row count, column count, targets of every horizon."""

import argparse
import sys
from pathlib import Path

MIN_COLUMNS = 10_000
MIN_ROWS = 100_000
WINDOWS = (45, 90, 180, 360, 720, 1440, 2880)
HORIZONS = (15, 30, 45, 60, 75, 90, 105)


def targets() -> set[str]:
    return {f"target_bqx{w}_h{h}" for w in WINDOWS for h in HORIZONS}


def problems(rows: int, columns: list[str]) -> list[str]:
    found = []
    if rows < MIN_ROWS:
        found.append(f"{rows} rows, at least {MIN_ROWS} expected")
    if len(columns) < MIN_COLUMNS:
        found.append(f"{len(columns)} columns, at least {MIN_COLUMNS} expected")
    if len(columns) != len(set(columns)):
        found.append("column names repeat")
    missing = targets() - set(columns)
    if missing:
        found.append(f"{len(missing)} of {len(targets())} targets missing, first: {min(missing)}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, help="parquet file to check")
    parser.add_argument("--dry-run", action="store_true", help="print what would be checked")
    options = parser.parse_args()

    if options.dry_run:
        print(f"rows >= {MIN_ROWS}, columns >= {MIN_COLUMNS}, {len(targets())} targets")
        return 0
    if not options.file:
        parser.error("a file is needed unless --dry-run is given")

    import pyarrow.parquet

    footer = pyarrow.parquet.read_metadata(options.file)
    found = problems(footer.num_rows, footer.schema.names)
    for problem in found:
        print(problem)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
