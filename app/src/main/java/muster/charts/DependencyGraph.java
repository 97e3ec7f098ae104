package muster.charts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What depends on what. What leads into a joint comes before all that it leads to.
///
/// @param says what the graph shows, in a sentence or two
public record DependencyGraph(String title, String says, List<Group> groups, List<Node> nodes, List<Link> links) {
    public DependencyGraph {
        groups = List.copyOf(groups);
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    /// Nodes that belong together, such as those of a phase.
    public record Group(String id, String title) {}

    /// What a node stands for.
    public enum Kind {
        WORK,
        MILESTONE,
        GATE,
        PHASE,
        GOAL,
        JOINT
    }

    /// Whether the end of the whole hangs on it.
    public enum Weight {
        USUAL,
        CRITICAL
    }

    /// One thing that depends on others.
    ///
    /// @param group id of the group that it stands in, if any
    /// @param place its place on the critical path from 1; 0 if it is not on it
    /// @param says all that is known of it, in a line
    public record Node(
            String id,
            @Nullable String group,
            Kind kind,
            Weight weight,
            int place,
            String title,
            String note,
            String says) {}

    /// Why the later end does not come first: it must not, or it waited for what the earlier one kept busy.
    public enum Bond {
        NEED,
        WAIT
    }

    /// From what comes first to what comes later.
    ///
    /// @param label such as `SS + 2 h`; empty if finish to start without lag
    public record Link(String from, String to, Bond bond, Weight weight, String label) {}
}
