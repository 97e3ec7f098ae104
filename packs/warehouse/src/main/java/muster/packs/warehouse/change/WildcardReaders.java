package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import muster.packs.warehouse.sql.Session;
import org.jspecify.annotations.Nullable;

/// Queries over all tables whose names begin alike, which fail as soon as one match is a view.
///
/// @param beginnings what stands before the asterisk, without the data set
record WildcardReaders(Set<String> beginnings) {
    private static final Pattern WILDCARD = Pattern.compile("`(?:[^`*\\s]*\\.)?([^`*.\\s]*)\\*`");

    WildcardReaders {
        beginnings = Set.copyOf(beginnings);
    }

    /// Those of the last 30 days, where a view is in their way at all.
    ///
    /// @throws SQLException if the engine does not tell; that nobody reads so is then not known
    static WildcardReaders read(Session session) throws SQLException {
        var query = session.dialect().recentQueries();
        if (query == null) {
            return new WildcardReaders(Set.of());
        }
        try {
            return of(session.query(query).stream().map(row -> row.text(0)).toList());
        } catch (SQLException e) {
            throw new SQLException(
                    "whether queries by wildcard would meet the views is not known: %s%nMaybe wildcards=break"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    static WildcardReaders of(List<String> queries) {
        var beginnings = new HashSet<String>();
        queries.forEach(query -> WILDCARD.matcher(query).results().forEach(each -> beginnings.add(each.group(1))));
        return new WildcardReaders(beginnings);
    }

    /// The plan without the tables whose views would be met; each of them waits.
    RenamePlan spared(RenamePlan plan) {
        var free = new ArrayList<Renaming>();
        var decisions = new ArrayList<>(plan.decisions());
        for (var each : plan.renamings()) {
            var beginning = meeting(each.from());
            if (beginning == null) {
                free.add(each);
            } else {
                decisions.add(new Decision(
                        each.from(),
                        "queries of the last 30 days read `%s*` and would fail on a view of that name: old-name=gone or wildcards=break?"
                                .formatted(beginning)));
            }
        }
        return new RenamePlan(Chain.of(free), decisions, plan.holders());
    }

    private @Nullable String meeting(String view) {
        return beginnings.stream().filter(view::startsWith).findFirst().orElse(null);
    }
}
