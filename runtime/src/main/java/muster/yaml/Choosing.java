package muster.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import muster.plan.NearMiss;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Applies what was chosen: takes `variables` and `profiles` out of the file, lays the profile's entries over
/// the file's as those of an included file, and fills in the variables wherever a value stands. Keys are left as
/// they are, and so are the version and the includes, which are needed before.
final class Choosing {
    static final String VARIABLES = "variables";
    static final String PROFILES = "profiles";
    /// Tasks stand in phases, and nothing stands in tasks.
    private static final int NESTED = 2;
    private static final Set<String> NEEDED_BEFORE = Set.of(PlanForm.VERSION_KEY, PlanForm.INCLUDE_KEY);
    private static final Set<String> OF_PROFILES = Set.of(VARIABLES, "without", "extends");

    private final Choices choices;
    private final Reading reading;
    private final Map<String, String> variables = new LinkedHashMap<>();

    Choosing(Choices choices, Reading reading) {
        this.choices = choices;
        this.reading = reading;
    }

    @Nullable
    Node apply(@Nullable Node root) {
        if (!(root instanceof MappingNode file)) {
            return root;
        }
        define(child(file, VARIABLES));
        var whole = without(file, Set.of(VARIABLES, PROFILES));
        for (var profile : profiles(file)) {
            define(child(profile, VARIABLES));
            whole = laid(whole, profile);
        }
        variables.putAll(choices.variables());
        return filled(whole);
    }

    /// The chosen profile and those that it extends, the most general first.
    private List<MappingNode> profiles(MappingNode file) {
        var chosen = choices.profile();
        var all = child(file, PROFILES);
        var found = new ArrayList<MappingNode>();
        var seen = new LinkedHashSet<String>();
        var asking = new Value(PROFILES, all == null ? file : all, reading);
        while (chosen != null) {
            if (!seen.add(chosen)) {
                asking.wrong("the profiles " + String.join(", ", seen) + " extend each other in a circle", null);
                return List.of();
            }
            if (!(all instanceof MappingNode mapping && child(mapping, chosen) instanceof MappingNode profile)) {
                asking.wrong("there is no profile '" + Value.quote(chosen) + "'", NearMiss.hint(chosen, names(all)));
                return List.of();
            }
            check(profile);
            found.addFirst(profile);
            asking = new Value("extends", profile, reading);
            chosen = child(profile, "extends") instanceof ScalarNode parent ? parent.getValue() : null;
        }
        return found;
    }

    private void check(MappingNode profile) {
        var known = Stream.concat(
                        OF_PROFILES.stream().sorted(), PlanForm.lists().stream().map(Field::key))
                .toList();
        names(profile).stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> new Value(key, profile, reading)
                        .wrong("a profile has no key '" + Value.quote(key) + "'", NearMiss.hint(key, known)));
    }

    private void define(@Nullable Node node) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::define);
        } else if (node != null) {
            new Value(VARIABLES, node, reading).unexpected("a mapping of names to values");
        }
    }

    private void define(NodeTuple tuple) {
        if (tuple.getKeyNode() instanceof ScalarNode name && tuple.getValueNode() instanceof ScalarNode value) {
            variables.put(name.getValue(), value.getValue());
        } else {
            new Value("a variable", tuple.getValueNode(), reading).unexpected("a text or a number");
        }
    }

    private MappingNode laid(MappingNode whole, MappingNode profile) {
        var dropped = new ArrayList<String>();
        if (child(profile, "without") instanceof SequenceNode list) {
            list.getValue().forEach(id -> dropped.add(dropped(id, whole)));
        }
        return new Overlay(reading).lay(kept(whole, dropped, NESTED), without(profile, OF_PROFILES));
    }

    private String dropped(Node id, MappingNode whole) {
        var name = String.valueOf(text(id));
        var known = ids(whole, NESTED).toList();
        if (!known.contains(name)) {
            new Value("without", id, reading)
                    .wrong(
                            "there is no expectation, task, phase, gate, risk or agent '" + Value.quote(name) + "'",
                            NearMiss.hint(name, known));
        }
        return name;
    }

    /// The ids of what can be left out, tasks within their phases.
    private static Stream<String> ids(Node node, int depth) {
        return depth == 0 || !(node instanceof MappingNode mapping)
                ? Stream.of()
                : mapping.getValue().stream()
                        .filter(Choosing::isLeftOut)
                        .flatMap(tuple -> ((SequenceNode) tuple.getValueNode()).getValue().stream())
                        .flatMap(item -> Stream.concat(Stream.of(id(item)), ids(item, depth - 1)));
    }

    private static boolean isLeftOut(NodeTuple tuple) {
        return Overlay.LAID_OVER.contains(String.valueOf(text(tuple.getKeyNode())))
                && tuple.getValueNode() instanceof SequenceNode;
    }

    private static MappingNode kept(MappingNode mapping, List<String> dropped, int depth) {
        return depth == 0 || dropped.isEmpty()
                ? mapping
                : with(
                        mapping,
                        mapping.getValue().stream()
                                .map(tuple -> isLeftOut(tuple)
                                        ? new NodeTuple(
                                                tuple.getKeyNode(),
                                                kept((SequenceNode) tuple.getValueNode(), dropped, depth))
                                        : tuple)
                                .toList());
    }

    private static SequenceNode kept(SequenceNode list, List<String> dropped, int depth) {
        var items = list.getValue().stream()
                .filter(item -> !dropped.contains(id(item)))
                .map(item -> item instanceof MappingNode entry ? kept(entry, dropped, depth - 1) : item)
                .toList();
        return new SequenceNode(
                list.getTag(), true, items, list.getFlowStyle(), list.getStartMark(), list.getEndMark());
    }

    private MappingNode filled(MappingNode whole) {
        var filling = new Filling(variables, reading);
        var tuples = new ArrayList<NodeTuple>();
        for (var tuple : whole.getValue()) {
            var key = String.valueOf(text(tuple.getKeyNode()));
            var value = PlanForm.EXPECTATIONS_KEY.equals(key)
                    ? Inheritance.of(tuple.getValueNode(), reading)
                    : tuple.getValueNode();
            boolean asItIs = NEEDED_BEFORE.contains(key) || !reading.mayHoldVariables();
            tuples.add(new NodeTuple(tuple.getKeyNode(), asItIs ? value : filling.in(value)));
        }
        return with(whole, tuples);
    }

    static MappingNode without(MappingNode mapping, Set<String> keys) {
        return with(
                mapping,
                mapping.getValue().stream()
                        .filter(tuple -> !keys.contains(String.valueOf(text(tuple.getKeyNode()))))
                        .toList());
    }

    static MappingNode with(MappingNode mapping, List<NodeTuple> tuples) {
        return new MappingNode(
                Tag.MAP, true, tuples, mapping.getFlowStyle(), mapping.getStartMark(), mapping.getEndMark());
    }

    static @Nullable Node child(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(tuple -> key.equals(text(tuple.getKeyNode())))
                .map(NodeTuple::getValueNode)
                .findFirst()
                .orElse(null);
    }

    static String id(Node item) {
        var id = item instanceof MappingNode mapping ? child(mapping, "id") : null;
        return id == null ? "" : String.valueOf(text(id));
    }

    static @Nullable String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    private static List<String> names(@Nullable Node node) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .map(tuple -> String.valueOf(text(tuple.getKeyNode())))
                        .toList()
                : List.of();
    }
}
