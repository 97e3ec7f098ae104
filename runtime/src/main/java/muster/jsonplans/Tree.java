package muster.jsonplans;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A value of the document with the line it stands on.
record Tree(Node node) {

    int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /// The entries of a mapping in their order; empty for all else.
    Map<String, Tree> entries() {
        var entries = new LinkedHashMap<String, Tree>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    entries.put(key.getValue(), new Tree(tuple.getValueNode()));
                }
            });
        }
        return entries;
    }

    /// The items of a list; a value that is no list and not null is one item.
    List<Tree> items() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(Tree::new).toList();
        }
        return text() == null && !(node instanceof MappingNode) ? List.of() : List.of(this);
    }

    /// The value of the first of some keys that is there and not null.
    @Nullable
    Tree get(String... keys) {
        var entries = entries();
        for (var key : keys) {
            var value = entries.get(key);
            if (value != null && !value.node.getTag().equals(Tag.NULL)) {
                return value;
            }
        }
        return null;
    }

    /// The items under the first of some keys that is there.
    List<Tree> list(String... keys) {
        var value = get(keys);
        return value == null ? List.of() : value.items();
    }

    /// The scalar as written; null for all else.
    @Nullable
    String text() {
        return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL) ? scalar.getValue() : null;
    }

    @Nullable
    String text(String... keys) {
        var value = get(keys);
        return value == null ? null : value.text();
    }

    /// Texts of a list under the first of some keys that is there.
    List<String> texts(String... keys) {
        var texts = new ArrayList<String>();
        for (var item : list(keys)) {
            var text = item.text() == null ? item.text("name", "title", "id") : item.text();
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    @Nullable
    BigDecimal number() {
        try {
            var text = text();
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
