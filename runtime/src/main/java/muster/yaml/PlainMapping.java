package muster.yaml;

import java.util.List;
import java.util.Optional;
import muster.plan.Location;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A mapping whose place is worked out when somebody asks.
final class PlainMapping extends MappingNode implements Placed {
    private final PlainPlace at;

    PlainMapping(List<NodeTuple> tuples, FlowStyle style, PlainPlace at) {
        super(Tag.MAP, true, tuples, style, Optional.empty(), Optional.empty());
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
