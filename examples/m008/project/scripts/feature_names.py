"""Names of the feature warehouse: currencies, pairs, windows, and how a table name is put together."""

PROJECT = "bqx-ml"
DATASET = "bqx_ml_v3_features_v2"

# Strongest first: the market quotes a pair as stronger currency, then weaker.
MARKET_ORDER = ("eur", "gbp", "aud", "nzd", "usd", "cad", "chf", "jpy")
WINDOWS = (45, 90, 180, 360, 720, 1440, 2880)
LAG_WINDOWS = (45, 90)
VARIANTS = ("idx", "bqx")
ASSETS = ("ewa", "ewg", "ewj", "ewu", "gld", "spy", "uup", "vix")


def pairs() -> list[str]:
    """All 28 pairs, alphabetically."""
    found = []
    for position, base in enumerate(MARKET_ORDER):
        found.extend(base + quote for quote in MARKET_ORDER[position + 1:])
    return sorted(found)


def table_id(name: str) -> str:
    """The full identifier of a table, quoted for SQL."""
    return f"`{PROJECT}.{DATASET}.{name}`"


def source_of(variant: str) -> tuple[str, str]:
    """Base table prefix and value column that a variant is computed from."""
    if variant == "idx":
        return "base_idx_", "close_idx"
    return "base_bqx_", "bqx_45"


def share_a_currency(left: str, right: str) -> bool:
    return bool({left[:3], left[3:]} & {right[:3], right[3:]})
