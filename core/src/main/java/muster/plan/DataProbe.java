package muster.plan;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A test of a connected database. What reads paid data is estimated first and kept within the expectation's
/// budget.
public sealed interface DataProbe extends Probe {

    /// Name under which the database is connected.
    String database();

    /// The database can be connected to and answers.
    ///
    /// @param version of the server
    record Answers(String database, @Nullable Matcher version) implements DataProbe {
        @Override
        public String target() {
            return database;
        }
    }

    /// A query (reading only) gives a first column like this. No rows are inconclusive.
    record Query(String database, String sql, Matcher values) implements DataProbe {
        @Override
        public String target() {
            return database;
        }
    }

    /// A table is as described.
    ///
    /// @param rows how many
    /// @param types of columns by name, in the database's own words; columns not named are not looked at
    /// @param nullShare largest share of nulls by column, from 0 to 1
    /// @param unique columns that together are a key
    /// @param freshness column of a time, and how old the newest may be
    record TableState(
            String database,
            String table,
            @Nullable Matcher rows,
            SortedMap<String, String> types,
            SortedMap<String, Share> nullShare,
            List<String> unique,
            @Nullable Freshness freshness)
            implements DataProbe {
        public TableState {
            types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
            nullShare = Collections.unmodifiableSortedMap(new TreeMap<>(nullShare));
            unique = List.copyOf(unique);
        }

        @Override
        public String target() {
            return database + "." + table;
        }
    }

    /// How old the newest row may be.
    ///
    /// @param zone of times that the column holds without one; without it such times may lie 14 hours before and
    /// 12 hours behind UTC, and what that leaves open is inconclusive
    record Freshness(
            String column, Duration oldest, @Nullable ZoneId zone) {}

    /// Nothing is lost: tables before, less those dropped, plus those created, are the tables now.
    record Conserved(String database, long before, long dropped, long created) implements DataProbe {
        @Override
        public String target() {
            return database;
        }
    }
}
