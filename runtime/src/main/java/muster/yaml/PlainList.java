package muster.yaml;

import java.util.List;
import java.util.Optional;
import muster.plan.Location;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A list whose place is worked out when somebody asks.
final class PlainList extends SequenceNode implements Placed {
    private final PlainPlace at;

    PlainList(List<Node> items, FlowStyle style, PlainPlace at) {
        super(Tag.SEQ, true, items, style, Optional.empty(), Optional.empty());
        this.at = at;
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
        return at.mark();
    }
}
