package muster.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The test that an expectation asks for; `runtime` performs it and answers with evidence. Paths are relative to the
/// workspace.
public sealed interface Probe
        permits Probe.FileThere,
                Probe.Script,
                Probe.Capability,
                Probe.Command,
                Probe.Dependency,
                Probe.Tool,
                Probe.Table,
                Probe.ScratchTable,
                Probe.Listing,
                Probe.Tracked,
                Probe.Written,
                Probe.Remote,
                Probe.HandedOver,
                HostProbe,
                ContentProbe,
                DataProbe,
                CloudProbe {

    /// What it looks at, for people: a path, a name or an address.
    String target();

    /// A file is there and not empty.
    record FileThere(String path) implements Probe {
        @Override
        public String target() {
            return path;
        }
    }

    /// A script is there and works, as far as the expectation's level asks.
    record Script(String path, Language language) implements Probe {
        @Override
        public String target() {
            return path;
        }
    }

    /// A script that some path may provide: candidates are searched by the words, unless one is bound.
    ///
    /// @param words words that a candidate's name must contain, such as `cov`, `rename`
    /// @param bound a path, or the name of a pack action such as `warehouse.rename`
    record Capability(List<String> words, @Nullable String bound) implements Probe {
        public Capability {
            words = List.copyOf(words);
        }

        @Override
        public String target() {
            return bound == null ? String.join(" ", words) : bound;
        }
    }

    /// A command, run in the sandbox unless the operator vouches for it, ends and prints as expected.
    ///
    /// @param exit what its exit status must be like
    /// @param stdout each must match what it prints there
    /// @param stderr each must match what it prints there
    /// @param prints pattern (RE2) found in one of both, none for any
    record Command(
            Invocation invocation,
            Matcher exit,
            List<Matcher> stdout,
            List<Matcher> stderr,
            @Nullable String prints) implements Probe {
        public Command {
            stdout = List.copyOf(stdout);
            stderr = List.copyOf(stderr);
        }

        /// A program that ends with an exit status and prints text that matches the pattern.
        public Command(List<String> argv, int exit, @Nullable String prints) {
            this(new Invocation.Argv(argv), new Matcher.Equal(Integer.toString(exit)), List.of(), List.of(), prints);
        }

        @Override
        public String target() {
            return invocation.toString();
        }
    }

    /// A package is installed in a version inside the range.
    ///
    /// @param ecosystem `pip`, `apt`, `npm`, `cargo` or `maven`; names of the last are `group:artifact`
    /// @param range in the ecosystem's own notation, empty for any
    record Dependency(String ecosystem, String name, String range) implements Probe {
        @Override
        public String target() {
            return name;
        }
    }

    /// A system tool is on the path, in a version inside the range (empty for any).
    record Tool(String name, String range) implements Probe {
        @Override
        public String target() {
            return name;
        }
    }

    /// A table exists in the database and has at least these columns.
    record Table(String database, String table, List<String> columns) implements Probe {
        public Table {
            columns = List.copyOf(columns);
        }

        @Override
        public String target() {
            return database + "." + table;
        }
    }

    /// A scratch table can be created, renamed, verified and dropped in the database.
    record ScratchTable(String database) implements Probe {
        @Override
        public String target() {
            return database;
        }
    }

    /// The database lists this many tables, counted by two paths that agree.
    record Listing(String database, long tables) implements Probe {
        @Override
        public String target() {
            return database;
        }
    }

    /// The file is tracked by git.
    record Tracked(String path) implements Probe {
        @Override
        public String target() {
            return path;
        }
    }

    /// A deliverable has been written: there, not empty, within its page limit.
    record Written(String path) implements Probe {
        @Override
        public String target() {
            return path;
        }
    }

    /// A service that Muster cannot reach from here; its probe is not run and says so.
    record Remote(String service, String target) implements Probe {}

    /// Something that another party must hand over first.
    record HandedOver(String from, String what) implements Probe {
        @Override
        public String target() {
            return from;
        }
    }
}
