package muster.plan;

import java.util.List;

/// What a command probe runs.
public sealed interface Invocation {

    /// A program and its arguments; no shell reads them.
    record Argv(List<String> words) implements Invocation {
        public Argv {
            words = List.copyOf(words);
        }

        @Override
        public String toString() {
            return String.join(" ", words);
        }
    }

    /// A line that `/bin/sh -c` reads. Only a plan can hold one; nothing is ever put into it.
    record Shell(String line) implements Invocation {
        @Override
        public String toString() {
            return line;
        }
    }

    /// The program and arguments that it comes to.
    default List<String> argv() {
        return switch (this) {
            case Argv(List<String> words) -> words;
            case Shell(String line) -> List.of("/bin/sh", "-c", line);
        };
    }
}
