package muster.yaml;

import java.util.List;
import java.util.Optional;
import muster.plan.Location;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeType;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Stands for a list whose items have been read already.
final class TakenList extends Node implements Placed {
    private final List<?> items;
    private final int count;
    private final PlainPlace at;
    private final List<Names.Reference> references;

    /// @param count of all items, right and wrong
    /// @param references that the items hold
    TakenList(List<?> items, int count, PlainPlace at, List<Names.Reference> references) {
        super(Tag.SEQ, Optional.empty(), Optional.empty());
        this.items = items;
        this.count = count;
        this.at = at;
        this.references = references;
    }

    /// The items that are right; whoever asks has the form that read them.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    <T> List<T> items() {
        return (List<T>) items;
    }

    int count() {
        return count;
    }

    List<Names.Reference> references() {
        return references;
    }

    @Override
    public Location place() {
        return at.place();
    }

    @Override
    public NodeType getNodeType() {
        return NodeType.SEQUENCE;
    }
}
