package muster.packs.warehouse.survey;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Session;
import org.jspecify.annotations.Nullable;

/// Two listings of the same schema. A listing may be cut off without a word, so one alone proves nothing.
record Listings(Catalog first, Catalog second) {
    private static final int NAMED = 5;

    static Listings read(Session session) throws SQLException {
        return new Listings(Catalog.read(session), Catalog.readSecond(session));
    }

    /// What is in one listing and not in the other; null if they agree.
    @Nullable
    String disagreement() {
        var onlyFirst = missing(first, second);
        var onlySecond = missing(second, first);
        if (onlyFirst.isEmpty() && onlySecond.isEmpty()) {
            return null;
        }
        return "the listings disagree: %d against %d relations; only in the first %s, only in the second %s"
                .formatted(first.relations().size(), second.relations().size(), some(onlyFirst), some(onlySecond));
    }

    private static List<String> missing(Catalog from, Catalog in) {
        var names = new ArrayList<>(from.relations().keySet());
        names.removeAll(in.relations().keySet());
        return names;
    }

    private static List<String> some(List<String> names) {
        return names.subList(0, Math.min(NAMED, names.size()));
    }
}
