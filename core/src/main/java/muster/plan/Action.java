package muster.plan;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a task is carried out.
public sealed interface Action {

    /// A command as an argument list; never a shell string.
    record Command(List<String> argv) implements Action {
        public Command {
            argv = List.copyOf(argv);
        }
    }

    /// Statements in a named database, in one transaction where the database can.
    record Sql(String database, List<String> statements) implements Action {
        public Sql {
            statements = List.copyOf(statements);
        }
    }

    /// An action of a pack, such as `warehouse.rename`, with its arguments.
    record Pack(String name, SortedMap<String, String> arguments) implements Action {
        public Pack {
            arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
        }
    }

    /// A person or an agent does it and reports.
    record Manual(String instruction) implements Action {}
}
