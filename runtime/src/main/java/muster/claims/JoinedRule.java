package muster.claims;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import muster.audit.Sighting;
import muster.claims.Tables.Form;
import muster.claims.Tables.Keys;
import muster.plan.Claim;
import muster.plan.ClaimValue;
import muster.plan.ClaimValue.Joined;
import org.jspecify.annotations.Nullable;

/// Rows that a document says a join gives. With keys that each source has at most once, a full outer join gives one row
/// for each distinct key: no fewer than the largest source has, and the sum only if no key is in two of them.
record JoinedRule(List<Tables> tables) implements ClaimRule {

    @Override
    public @Nullable Sighting of(Claim claim) {
        return claim.value() instanceof ClaimValue.Joined joined ? judged(joined) : null;
    }

    private Sighting judged(Joined joined) {
        if (joined.rows().compareTo(joined.largest()) < 0) {
            return Sighting.wrong(
                    "at least " + joined.largest().toPlainString(),
                    "keys: a join that keeps all rows has no fewer than its largest source, "
                            + joined.largest().toPlainString(),
                    List.of());
        }
        var keys = keys(joined);
        return keys == null ? Sighting.open(unmeasured(joined), List.of()) : measured(joined, keys);
    }

    private @Nullable Keys keys(Joined joined) {
        var names = List.copyOf(joined.sources().keySet());
        return joined.key().isEmpty()
                ? null
                : tables.stream()
                        .map(some -> some.keys(names, joined.key()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static String unmeasured(Joined joined) {
        var key = joined.key().isEmpty() ? "its key" : joined.key();
        return joined.rows().compareTo(joined.sum()) == 0
                ? "keys: it is the sum of the sources' rows, which a join on " + key
                        + " gives only if no key is in two of them; nobody has counted the distinct keys"
                : "keys: nobody has counted the distinct keys of " + key;
    }

    private static Sighting measured(Joined joined, Keys keys) {
        var places = List.copyOf(joined.sources().keySet());
        var counted = "keys: " + keys.distinct() + " distinct keys of " + joined.key() + " in " + keys.sum()
                + " rows of " + String.join(" and ", places);
        if (keys.form() == Form.REPEATED) {
            return Sighting.open(counted + ", some null or more than once in one source", places);
        }
        if (isAsStated(joined, keys)) {
            return joined.rows().compareTo(BigDecimal.valueOf(keys.distinct())) == 0
                    ? Sighting.right(String.valueOf(keys.distinct()), counted, places)
                    : Sighting.wrong(String.valueOf(keys.distinct()), counted, places);
        }
        return joined.rows().compareTo(joined.sum()) == 0 && keys.distinct() < keys.sum()
                ? Sighting.wrong(
                        "less than the sum",
                        counted + ": sources share keys, so a join has fewer rows than they have together",
                        places)
                : Sighting.open(counted + "; the sources have other rows than the document says", places);
    }

    private static boolean isAsStated(Joined joined, Keys keys) {
        var stated =
                joined.sources().values().stream().map(BigDecimal::longValue).toList();
        return stated.equals(keys.rows());
    }
}
