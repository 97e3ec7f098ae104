package muster.actions;

import java.util.Arrays;
import java.util.List;

/// How git ended, and what it said.
record GitSaid(int exit, String out, String err) {
    String line() {
        return out.strip();
    }

    /// The parts of an answer that NUL ends.
    List<String> parts() {
        return Arrays.stream(out.split("\0", -1))
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
