package muster.probes.scripts.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tables and columns that a piece of SQL names.
///
/// @param tables in the order of the text
/// @param queries every `SELECT` with what it reads from, the outer before the inner
public record SqlUses(List<Table> tables, List<Query> queries) {

    enum Role {
        READ,
        WRITE,
        /// It comes into being here, so it need not be there.
        CREATE,
        DROP
    }

    /// @param path parts of its name, such as project, dataset and table
    record Table(List<String> path, Role role, int offset) {
        Table {
            path = List.copyOf(path);
        }

        String name() {
            return path.getLast();
        }
    }

    /// Something a query reads from.
    ///
    /// @param table none if it is derived, such as a subquery
    record Source(@Nullable Table table, String alias) {}

    /// @param qualifier alias or table it is looked for in, empty if none is given
    record Column(String qualifier, String name, int offset) {}

    /// @param outer the query around it, whose columns it sees
    record Query(
            List<Source> sources,
            List<Column> columns,
            List<String> aliases,
            @Nullable Query outer) {
        static Query inside(@Nullable Query outer) {
            return new Query(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), outer);
        }
    }
}
