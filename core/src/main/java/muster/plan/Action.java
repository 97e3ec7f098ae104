package muster.plan;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How a task is carried out.
public sealed interface Action {

    /// A command as an argument list; never a shell string.
    ///
    /// @param worktree branch in whose worktree it runs; null for the workspace
    /// @param timeout longest time of one attempt; null for the usual one
    record Command(
            List<String> argv,
            @Nullable Branch worktree,
            @Nullable Duration timeout) implements Action {
        public Command {
            argv = List.copyOf(argv);
        }

        /// A command in the workspace.
        public Command(List<String> argv) {
            this(argv, null, null);
        }
    }

    /// Statements in a named database, in one transaction where the database can.
    record Sql(String database, List<String> statements) implements Action {
        public Sql {
            statements = List.copyOf(statements);
        }
    }

    /// A request to a server. Redirects are not followed.
    ///
    /// @param headers sent as they stand
    /// @param secrets headers whose values are in environment variables, by name of the header
    /// @param body null for none
    /// @param accepted codes of answers that mean that it is done; empty for 200 to 299
    /// @param timeout longest time of one attempt, with its repetitions; null for the usual one
    record Http(
            HttpMethod method,
            String url,
            SortedMap<String, String> headers,
            SortedMap<String, String> secrets,
            @Nullable String body,
            List<Integer> accepted,
            @Nullable Duration timeout)
            implements Action {
        public Http {
            headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
            secrets = Collections.unmodifiableSortedMap(new TreeMap<>(secrets));
            accepted = List.copyOf(accepted);
        }
    }

    /// A branch of the workspace's repository is begun, added to, merged or given up.
    ///
    /// @param base where the branch begins and what it is merged into; null for the branch that is checked out
    /// @param message of the commit; null for the task's title
    record Git(
            GitStep step,
            Branch branch,
            @Nullable Branch base,
            @Nullable String message) implements Action {}

    /// A program that works at the task by itself and says what came of it: one line of JSON in, one out.
    ///
    /// @param worktree branch in whose worktree it works; null for the workspace
    /// @param timeout longest time of one attempt; null for the usual one
    record Agent(
            List<String> argv,
            String instruction,
            @Nullable Branch worktree,
            @Nullable Duration timeout) implements Action {
        public Agent {
            argv = List.copyOf(argv);
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

    /// The branch in whose worktree it is done; null for the workspace itself.
    default @Nullable Branch place() {
        return switch (this) {
            case Command command -> command.worktree();
            case Agent agent -> agent.worktree();
            case Sql _, Http _, Git _, Pack _, Manual _ -> null;
        };
    }
}
