#!/usr/bin/env python3
"""Renames COV column headers in an exported CSV file: 'cov_' becomes 'covariance_', for a notebook that wants long names."""

import argparse
import csv
import sys


def longer(header: str) -> str:
    return "covariance_" + header.removeprefix("cov_") if header.startswith("cov_") else header


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", nargs="?", help="CSV file to read")
    parser.add_argument("target", nargs="?", help="CSV file to write")
    parser.add_argument("--dry-run", action="store_true", help="show an example and stop")
    options = parser.parse_args()

    if options.dry_run:
        print(f"cov_agg_eurusd -> {longer('cov_agg_eurusd')}")
        return 0
    if not options.source or not options.target:
        parser.error("source and target are needed unless --dry-run is given")
    with open(options.source, newline="", encoding="utf-8") as read, \
            open(options.target, "w", newline="", encoding="utf-8") as write:
        rows = csv.reader(read)
        writer = csv.writer(write)
        writer.writerow([longer(header) for header in next(rows)])
        writer.writerows(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
