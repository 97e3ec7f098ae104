package muster.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Composes the plain part of YAML several times faster than the library: mappings and lists in blocks or in brackets,
/// texts in one line, comments. Nearly every plan is written in it, and JSON is a part of it. Whatever else stands in a
/// text, or is wrong in it, is left to the library.
final class PlainYaml {
    /// Deeper ones are left to the library, which refuses them.
    private static final int DEEPEST = GuardedParser.DEEPEST - 1;

    /// The library's limit is 1,024 characters from the begin of a key to its colon.
    private static final int LONGEST_KEY = 1_000;

    /// Keys of a short mapping.
    private static final int FEW = 6;

    private final PlainCursor cursor;
    private final PlainScalars scalars;
    private final @Nullable Harvest harvest;
    private final @Nullable TaskBytes tasks;
    private Spot spot;
    private int depth;

    private PlainYaml(String name, PlainBytes text, @Nullable Harvest harvest) {
        this.cursor = new PlainCursor(name, text);
        this.scalars = new PlainScalars(cursor);
        this.harvest = harvest;
        this.tasks = harvest == null ? null : harvest.tasks(cursor);
        this.spot = harvest == null ? Spot.ELSEWHERE : Spot.FILE;
    }

    /// The same nodes that the library composes of the text, apart from the places of their ends; null if it has to do
    /// it.
    static @Nullable Node compose(String name, PlainBytes text) {
        return compose(name, text, null);
    }

    /// The same, but long lists are harvested on the way; null too if that cannot be.
    static @Nullable Node compose(String name, PlainBytes text, @Nullable Harvest harvest) {
        try {
            return new PlainYaml(name, text, harvest).root();
        } catch (UnusualYaml _) {
            return null;
        }
    }

    private Node root() {
        cursor.skip();
        if (cursor.isAtEnd()) {
            throw new UnusualYaml();
        }
        var root = block(-1);
        if (!cursor.isAtEnd()) {
            throw new UnusualYaml();
        }
        return root;
    }

    /// The node that begins here and is indented by more than that; leaves the cursor at the token behind it, which
    /// begins a line.
    private Node block(int indent) {
        int column = cursor.column();
        if (column <= indent || ++depth > DEEPEST) {
            throw new UnusualYaml();
        }
        var node = isEntry() ? list(column) : mappingOrInline(indent);
        depth--;
        return node;
    }

    private boolean isEntry() {
        return cursor.here() == '-' && cursor.isBlank(1);
    }

    private Node mappingOrInline(int indent) {
        int column = cursor.column();
        if (isFlow()) {
            return ended(flow(indent));
        }
        var scalar = scalars.read(PlainScalars.Around.BLOCK);
        return cursor.here() == ':' && cursor.isBlank(1) ? mapping(column, scalar) : ended(scalar);
    }

    private boolean isFlow() {
        return cursor.here() == '[' || cursor.here() == '{';
    }

    /// After a value there is nothing more in its line.
    private Node ended(Node value) {
        int line = cursor.line();
        cursor.skip();
        if (!cursor.isAtEnd() && cursor.line() == line) {
            throw new UnusualYaml();
        }
        return value;
    }

    private Node list(int column) {
        var items = new Items();
        while (!cursor.isAtEnd() && cursor.column() == column && isEntry()) {
            cursor.advance(1);
            cursor.skip();
            items.begin();
            items.add(block(column));
        }
        behind(column);
        return items.node(FlowStyle.BLOCK);
    }

    /// The items of the list that begins here.
    private final class Items {
        private final Spot list = spot;
        private final PlainPlace at = cursor.place();
        private final List<Node> nodes = new ArrayList<>();
        private final @Nullable Taking<?> taking = harvest == null ? null : harvest.taking(list, at);

        void begin() {
            spot = harvest == null ? Spot.ELSEWHERE : harvest.item(list);
        }

        boolean takesAhead(int indent) {
            return taking != null && tasks != null && taking.takesAhead(tasks, indent);
        }

        void add(Node item) {
            if (taking == null) {
                nodes.add(item);
            } else {
                taking.take(item);
            }
        }

        Node node(FlowStyle style) {
            spot = list;
            return taking == null ? new PlainList(nodes, style, at) : taking.node();
        }
    }

    /// What follows a block belongs to one that is indented less, or is the next key behind a list.
    private void behind(int column) {
        if (!cursor.isAtEnd() && cursor.column() > column) {
            throw new UnusualYaml();
        }
    }

    private MappingNode mapping(int column, ScalarNode first) {
        var at = cursor.token();
        var tuples = new ArrayList<NodeTuple>(FEW);
        tuples.add(new NodeTuple(first, value(first, column)));
        while (!cursor.isAtEnd() && cursor.column() == column) {
            if (isEntry() || isFlow()) {
                throw new UnusualYaml();
            }
            var key = scalars.read(PlainScalars.Around.BLOCK);
            tuples.add(new NodeTuple(key, value(key, column)));
        }
        behind(column);
        return new PlainMapping(tuples, FlowStyle.BLOCK, at);
    }

    private Node value(ScalarNode key, int column) {
        var around = spot;
        spot = under(key);
        var value = valueHere(key, column);
        spot = around;
        return value;
    }

    private Spot under(ScalarNode key) {
        return harvest == null ? Spot.ELSEWHERE : harvest.under(spot, key.getValue());
    }

    private Node valueHere(ScalarNode key, int column) {
        if (cursor.here() != ':' || !cursor.isBlank(1) || key.getValue().length() > LONGEST_KEY) {
            throw new UnusualYaml();
        }
        int line = cursor.line();
        cursor.advance(1);
        cursor.skip();
        if (cursor.isAtEnd()) {
            throw new UnusualYaml();
        }
        if (cursor.line() == line) {
            return inline(column);
        }
        return cursor.column() == column && isEntry() ? indentless(column) : block(column);
    }

    /// A list under a key that is indented no more than the key.
    private Node indentless(int column) {
        if (++depth > DEEPEST) {
            throw new UnusualYaml();
        }
        var list = list(column);
        depth--;
        return list;
    }

    private Node inline(int column) {
        if (isEntry()) {
            throw new UnusualYaml();
        }
        return ended(isFlow() ? flow(column) : scalars.read(PlainScalars.Around.BLOCK));
    }

    /// A list or mapping in brackets, all of it indented by more than that.
    private Node flow(int indent) {
        if (++depth > DEEPEST) {
            throw new UnusualYaml();
        }
        var node = cursor.here() == '[' ? flowList(indent) : flowMapping(indent);
        depth--;
        return node;
    }

    private Node flowList(int indent) {
        var items = new Items();
        cursor.advance(1);
        next(indent);
        while (cursor.here() != ']') {
            if (!items.takesAhead(indent)) {
                items.begin();
                items.add(flowValue(indent));
            }
            separate((byte) ']', indent);
        }
        cursor.advance(1);
        return items.node(FlowStyle.FLOW);
    }

    private MappingNode flowMapping(int indent) {
        var at = cursor.place();
        var tuples = new ArrayList<NodeTuple>(FEW);
        cursor.advance(1);
        next(indent);
        while (cursor.here() != '}') {
            tuples.add(flowTuple(indent));
            separate((byte) '}', indent);
        }
        cursor.advance(1);
        return new PlainMapping(tuples, FlowStyle.FLOW, at);
    }

    private NodeTuple flowTuple(int indent) {
        int begin = cursor.offset();
        boolean quoted = cursor.here() == '"';
        var key = scalars.read(PlainScalars.Around.FLOW);
        cursor.skipBlanks();
        if (cursor.here() != ':' || (!quoted && !cursor.isBlank(1)) || cursor.offset() - begin > LONGEST_KEY) {
            throw new UnusualYaml();
        }
        cursor.advance(1);
        next(indent);
        var around = spot;
        spot = under(key);
        var value = flowValue(indent);
        spot = around;
        return new NodeTuple(key, value);
    }

    private Node flowValue(int indent) {
        return isFlow() ? flow(indent) : scalars.read(PlainScalars.Around.FLOW);
    }

    /// The closing bracket, or a comma and something behind it.
    private void separate(byte close, int indent) {
        next(indent);
        if (cursor.here() == close) {
            return;
        }
        if (cursor.here() != ',') {
            throw new UnusualYaml();
        }
        cursor.advance(1);
        next(indent);
        if (cursor.here() == close) {
            throw new UnusualYaml();
        }
    }

    private void next(int indent) {
        cursor.skip();
        if (cursor.isAtEnd() || cursor.column() <= indent) {
            throw new UnusualYaml();
        }
    }
}
