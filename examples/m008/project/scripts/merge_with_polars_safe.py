#!/usr/bin/env python3
"""Merges the parquet files of one pair on interval_time, in batches that fit into memory."""

import argparse
import sys
from pathlib import Path

import psutil

KEY = "interval_time"
GIB = 1024 ** 3


def batches(files: list[Path], memory_gib: float) -> list[list[Path]]:
    """Groups of files whose size on disk, ten times over, stays under the memory given."""
    groups: list[list[Path]] = [[]]
    used = 0
    for file in files:
        need = file.stat().st_size * 10
        if groups[-1] and used + need > memory_gib * GIB:
            groups.append([])
            used = 0
        groups[-1].append(file)
        used += need
    return groups


def merge(files: list[Path], target: Path) -> None:
    import polars

    frame = polars.scan_parquet(files[0])
    for file in files[1:]:
        frame = frame.join(polars.scan_parquet(file), on=KEY, how="left")
    frame.sink_parquet(target)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", nargs="?", default=".", help="where the parquet files of the pair are")
    parser.add_argument("--target", default="training.parquet", help="file to write")
    parser.add_argument("--dry-run", action="store_true", help="print the batches, merge nothing")
    options = parser.parse_args()

    free_gib = psutil.virtual_memory().available / GIB
    files = sorted(Path(options.directory).glob("*.parquet"))
    groups = batches(files, free_gib * 0.6)
    if options.dry_run:
        for number, group in enumerate(groups, 1):
            print(f"batch {number}: {len(group)} files")
        return 0
    parts = []
    for number, group in enumerate(groups):
        parts.append(Path(options.directory) / f"_part_{number}.parquet")
        merge(group, parts[-1])
    merge(parts, Path(options.target))
    return 0


if __name__ == "__main__":
    sys.exit(main())
