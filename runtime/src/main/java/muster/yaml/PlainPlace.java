package muster.yaml;

import java.util.Optional;
import muster.plan.Location;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// A place in a text; both numbers count from 0.
record PlainPlace(TextLines lines, int line, int column) {
    Location place() {
        return lines.place(line, column);
    }

    Optional<Mark> mark() {
        return lines.mark(line, column);
    }
}
