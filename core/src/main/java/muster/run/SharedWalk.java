package muster.run;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Goes through the entries of a [SharedMap] in order.
final class SharedWalk<K, V> implements Iterator<Map.Entry<K, V>> {
    private final ArrayDeque<SharedNode<K, V>> above = new ArrayDeque<>();

    SharedWalk(@Nullable SharedNode<K, V> root) {
        down(root);
    }

    @Override
    public boolean hasNext() {
        return !above.isEmpty();
    }

    @Override
    public Map.Entry<K, V> next() {
        var node = above.pop();
        down(node.right());
        return node;
    }

    private void down(@Nullable SharedNode<K, V> from) {
        for (var at = from; at != null; at = at.left()) {
            above.push(at);
        }
    }
}
