package muster.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A scalar whose place is worked out when somebody asks: a large plan has a million of them, nearly all of which are
/// right.
final class PlainScalar extends ScalarNode {
    private final TextLines lines;
    private final int line;
    private final int column;

    PlainScalar(Tag tag, String value, ScalarStyle style, PlainCursor cursor) {
        super(tag, true, value, style, Optional.empty(), Optional.empty());
        lines = cursor.lines();
        line = cursor.line();
        column = cursor.tokenColumn();
    }

    @Override
    public Optional<Mark> getStartMark() {
        return lines.mark(line, column);
    }

    @Override
    public Optional<Mark> getEndMark() {
        return getStartMark();
    }
}
