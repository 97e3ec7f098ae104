package muster.yaml;

import java.util.Optional;
import muster.plan.Location;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// The lines of a named text.
record TextLines(String name) {
    private static final int[] NO_SNIPPET = {};

    /// A place in it; both numbers count from 0.
    Optional<Mark> mark(int line, int column) {
        return Optional.of(new Mark(name, 0, line, column, NO_SNIPPET, 0));
    }

    /// The same as everybody else counts, from 1.
    Location place(int line, int column) {
        return new Location(name, line + 1, column + 1);
    }
}
