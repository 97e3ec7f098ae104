package muster.run;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One entry of a [SharedMap] with what lies below it.
///
/// @param signs of its value and of all below
/// @param height of the tree that it is the root of, at least 1
/// @param size entries of that tree
record SharedNode<K, V>(
        @Nullable SharedNode<K, V> left,
        K key,
        V value,
        @Nullable SharedNode<K, V> right,
        int signs,
        int height,
        int size)
        implements Map.Entry<K, V> {

    @Override
    public K getKey() {
        return key;
    }

    @Override
    public V getValue() {
        return value;
    }

    @Override
    public V setValue(V other) {
        throw new UnsupportedOperationException("a shared map never changes");
    }

    /// As an entry, whatever lies below.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Map.Entry<?, ?> that
                && key.equals(that.getKey())
                && Objects.equals(value, that.getValue());
    }

    @Override
    public int hashCode() {
        return key.hashCode() ^ Objects.hashCode(value);
    }

    @Override
    public String toString() {
        return key + "=" + value;
    }
}
