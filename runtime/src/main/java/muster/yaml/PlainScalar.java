package muster.yaml;

import java.util.Optional;
import muster.plan.Location;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A scalar whose place is worked out when somebody asks: a large plan has a million of them, nearly all of which are
/// right.
final class PlainScalar extends ScalarNode implements Placed {
    private final PlainPlace at;

    PlainScalar(Tag tag, String value, ScalarStyle style, PlainCursor cursor) {
        super(tag, true, value, style, Optional.empty(), Optional.empty());
        at = cursor.token();
    }

    @Override
    public Location place() {
        return at.place();
    }

    @Override
    public Optional<Mark> getStartMark() {
        return at.mark();
    }

    @Override
    public Optional<Mark> getEndMark() {
        return getStartMark();
    }
}
