#!/usr/bin/env python3
"""Renames TRI tables so that their three currencies stand in alphabetical order (Phase 4B)."""

import argparse
import sys

PROJECT = "bqx-ml"
DATASET = "bqx_ml_v3_features_v2"

# One name out of order and one in order, for a dry run without a list of names.
EXAMPLE = ["tri_agg_bqx_eur_usd_gbp", "tri_agg_idx_aud_cad_usd"]


class Conflict(Exception):
    """Two tables would get one name, or a target is taken already."""


def target(name: str) -> str:
    """The name that a TRI table ought to have; a name in order is its own target."""
    family, feature, variant, *currencies = name.split("_")
    if family != "tri" or len(currencies) != 3:
        raise ValueError(f"not a TRI table: {name}")
    return "_".join((family, feature, variant, *sorted(currencies)))


def renames(existing: list[str]) -> dict[str, str]:
    """Old name to new name for all tables that are out of order; refuses before anything has changed."""
    wanted = {name: target(name) for name in existing if name.startswith("tri_")}
    changed = {old: new for old, new in wanted.items() if old != new}
    taken = set(existing)
    seen: set[str] = set()
    for old, new in changed.items():
        if new in taken or new in seen:
            raise Conflict(f"{old} cannot become {new}: the name is taken")
        seen.add(new)
    return changed


def statement(old: str, new: str) -> str:
    return f"ALTER TABLE `{PROJECT}.{DATASET}.{old}` RENAME TO `{new}`"


def names_from(path: str) -> list[str]:
    with open(path, encoding="utf-8") as lines:
        return [line.strip() for line in lines if line.strip()]


def names_from_dataset() -> list[str]:
    from google.cloud import bigquery

    return [table.table_id for table in bigquery.Client(project=PROJECT).list_tables(f"{PROJECT}.{DATASET}")]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", metavar="FILE", help="take the table names from this file, one per line")
    parser.add_argument("--dry-run", action="store_true", help="print the statements, change nothing")
    options = parser.parse_args()

    if options.dry_run and not options.names:
        existing = EXAMPLE
    else:
        existing = names_from(options.names) if options.names else names_from_dataset()
    plan = renames(existing)
    if options.dry_run:
        for old, new in sorted(plan.items()):
            print(statement(old, new))
        return 0

    from google.cloud import bigquery

    client = bigquery.Client(project=PROJECT)
    for old, new in sorted(plan.items()):
        client.query(statement(old, new)).result()
        print(f"{old} -> {new}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
