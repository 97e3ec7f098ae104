package muster.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One entry of a [SharedMap] with what lies below it.
///
/// @param signs of its value and of all below
/// @param height of the tree that it is the root of, at least 1
/// @param size entries of that tree
record SharedNode<K, V>(
        @Nullable SharedNode<K, V> left,
        Map.Entry<K, V> entry,
        @Nullable SharedNode<K, V> right,
        int signs,
        int height,
        int size) {

    K key() {
        return entry.getKey();
    }

    V value() {
        return entry.getValue();
    }
}
