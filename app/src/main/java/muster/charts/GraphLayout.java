package muster.charts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.charts.DependencyGraph.Group;
import muster.charts.DependencyGraph.Link;
import muster.charts.DependencyGraph.Node;
import muster.charts.Drawing.Box;
import muster.charts.Drawing.Size;
import muster.charts.Drawing.Spot;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkShape;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.jspecify.annotations.Nullable;

/// Where everything of a dependency graph stands, in pixels from the upper left corner: what comes first is on top, no
/// two boxes overlap, links run along right angles around them. The same graph gives the same layout.
final class GraphLayout {
    private static final double BETWEEN = 24;
    private static final double BETWEEN_LAYERS = 32;
    private static final double BETWEEN_LINKS = 10;

    /// Of a group's box: most titles have room.
    private static final double LEAST_WIDTH = 320;

    /// Of a group's box: room for its title on top.
    private static final ElkPadding INSIDE = new ElkPadding(40, 16, 16, 16);

    private final DependencyGraph graph;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> ends = new HashMap<>();
    private final List<ElkEdge> edges = new ArrayList<>();
    private final Ranks ranks;

    private GraphLayout(DependencyGraph graph) {
        this.graph = graph;
        this.ranks = new Ranks(graph);
    }

    /// A link as its corners and the place of its label, if it has one.
    record Route(Link link, List<Spot> corners, @Nullable Box label) {
        Route {
            corners = List.copyOf(corners);
        }
    }

    /// The whole; boxes by the ids of nodes and groups.
    record Placed(Size size, Map<String, Box> boxes, List<Route> routes) {
        Placed {
            boxes = Map.copyOf(boxes);
            routes = List.copyOf(routes);
        }
    }

    /// @param sizes of the boxes of all nodes, by id
    static Placed of(DependencyGraph graph, Map<String, Size> sizes) {
        return new GraphLayout(graph).placed(sizes);
    }

    private Placed placed(Map<String, Size> sizes) {
        options(root);
        graph.groups().forEach(this::group);
        graph.nodes().forEach(node -> node(node, sizes.getOrDefault(node.id(), new Size(0, 0))));
        graph.links().forEach(this::edge);
        new RecursiveGraphLayoutEngine().layout(root, new NullElkProgressMonitor());
        Map<String, Box> boxes = new HashMap<>();
        ends.forEach((id, node) -> boxes.put(id, box(node, offset(node.getParent()))));
        var routes = new ArrayList<Route>();
        for (int i = 0; i < edges.size(); i++) {
            routes.add(route(graph.links().get(i), edges.get(i)));
        }
        return new Placed(new Size(root.getWidth(), root.getHeight()), boxes, routes);
    }

    private static void options(ElkNode node) {
        node.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        node.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
        node.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        node.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        node.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN);
        node.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        node.setProperty(LayeredOptions.SPACING_EDGE_EDGE, BETWEEN_LINKS);
        node.setProperty(LayeredOptions.SPACING_EDGE_NODE, BETWEEN_LINKS);
    }

    private void group(Group group) {
        var node = ElkGraphUtil.createNode(root);
        options(node);
        node.setProperty(CoreOptions.PADDING, INSIDE);
        node.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, EnumSet.of(SizeConstraint.MINIMUM_SIZE));
        node.setProperty(CoreOptions.NODE_SIZE_MINIMUM, new KVector(LEAST_WIDTH, 0));
        ends.put(group.id(), node);
    }

    private void node(Node node, Size size) {
        var parent = node.group() == null ? root : ends.getOrDefault(node.group(), root);
        var made = ElkGraphUtil.createNode(parent);
        made.setDimensions(size.width(), size.height());
        ends.put(node.id(), made);
    }

    /// Groups keep their order: what leads back to an earlier one is laid out the other way round.
    private void edge(Link link) {
        var from = ends.get(link.from());
        var to = ends.get(link.to());
        boolean back = ranks.isBack(link);
        var edge = ElkGraphUtil.createSimpleEdge(back ? to : from, back ? from : to);
        if (!link.label().isEmpty()) {
            var label = ElkGraphUtil.createLabel(link.label(), edge);
            label.setDimensions(Texts.width(link.label(), Drawing.TEXT), Drawing.TEXT + 4);
            label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
        }
        edges.add(edge);
    }

    private static Spot offset(@Nullable ElkNode container) {
        double x = 0;
        double y = 0;
        for (var at = container; at != null; at = at.getParent()) {
            x += at.getX();
            y += at.getY();
        }
        return new Spot(x, y);
    }

    private static Box box(ElkShape shape, Spot offset) {
        return new Box(offset.x() + shape.getX(), offset.y() + shape.getY(), shape.getWidth(), shape.getHeight());
    }

    private Route route(Link link, ElkEdge edge) {
        var offset = offset(edge.getContainingNode());
        var corners = new ArrayList<Spot>();
        for (ElkEdgeSection section : edge.getSections()) {
            corners.add(new Spot(offset.x() + section.getStartX(), offset.y() + section.getStartY()));
            for (ElkBendPoint bend : section.getBendPoints()) {
                corners.add(new Spot(offset.x() + bend.getX(), offset.y() + bend.getY()));
            }
            corners.add(new Spot(offset.x() + section.getEndX(), offset.y() + section.getEndY()));
        }
        if (ranks.isBack(link)) {
            Collections.reverse(corners);
        }
        var label = edge.getLabels().isEmpty() ? null : box(edge.getLabels().getFirst(), offset);
        return new Route(link, corners, label);
    }
}
