package muster.yaml;

import java.util.Optional;
import muster.plan.Location;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/// Turns marks, which count from 0, into places, which count from 1.
final class Places {
    private Places() {}

    static Location of(Node node) {
        return node instanceof Placed placed ? placed.place() : of(node.getStartMark());
    }

    static Location of(Optional<Mark> mark) {
        return mark.map(at -> new Location(at.getName(), at.getLine() + 1, at.getColumn() + 1))
                .orElseThrow(() -> new IllegalStateException("marks are switched on, but one is missing"));
    }
}
