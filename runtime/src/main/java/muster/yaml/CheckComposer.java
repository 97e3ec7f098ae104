package muster.yaml;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.Parser;

/// Hands on every mapping of the list of checks as soon as it is composed and keeps none of them: the nodes of 100,000
/// checks take ten times the memory of the checks.
final class CheckComposer extends Composer {
    /// Stands in the list for what has been handed on.
    private static final Node TAKEN = new MappingNode(Tag.MAP, List.of(), FlowStyle.FLOW);

    static final String KEY = "checks";

    /// The list lies in the file's mapping, its items in the list: two levels, one of them a list.
    private static final int ITEM = 2;

    private final Consumer<Node> taken;
    private int depth;
    private int lists;
    private boolean ofChecks;

    CheckComposer(LoadSettings settings, Parser parser, Consumer<Node> taken) {
        super(settings, parser);
        this.taken = taken;
    }

    /// True for what stands where a mapping was handed on.
    @SuppressWarnings("ReferenceEquality") // an empty mapping that somebody wrote is another one
    static boolean isTaken(Node node) {
        return node == TAKEN;
    }

    /// Which key of the file's mapping the list stands under.
    @Override
    protected Node composeKeyNode(MappingNode node) {
        var key = super.composeKeyNode(node);
        if (depth == 1) {
            ofChecks = key instanceof ScalarNode scalar && scalar.getValue().equals(KEY);
        }
        return key;
    }

    @Override
    protected SequenceNode composeSequenceNode(Optional<Anchor> anchor) {
        depth++;
        lists++;
        try {
            return super.composeSequenceNode(anchor);
        } finally {
            depth--;
            lists--;
        }
    }

    @Override
    protected Node composeMappingNode(Optional<Anchor> anchor) {
        boolean item = ofChecks && depth == ITEM && lists == 1;
        depth++;
        try {
            var node = super.composeMappingNode(anchor);
            if (item) {
                taken.accept(node);
            }
            return item ? TAKEN : node;
        } finally {
            depth--;
        }
    }
}
