package muster.run;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// A sorted map that never changes. A changed copy shares all but one path with it (an AVL tree), so that a large run
/// can be told event by event. Each subtree knows the signs of its values, 32 bits at most, so that values with a sign
/// are found without looking at the others.
@SuppressWarnings("JdkObsolete") // states of a run show sorted maps, not navigable ones
final class SharedMap<K extends Comparable<K>, V> extends AbstractMap<K, V> implements SortedMap<K, V> {
    private static final SharedMap<?, ?> EMPTY = new SharedMap<String, Object>(null, SharedMap::noSigns);

    private final @Nullable SharedNode<K, V> root;
    private final ToIntFunction<? super V> sign;

    private SharedMap(@Nullable SharedNode<K, V> root, ToIntFunction<? super V> sign) {
        this.root = root;
        this.sign = sign;
    }

    private static int noSigns(@Nullable Object value) {
        return 0;
    }

    /// The same entries, without signs.
    @SuppressWarnings("unchecked") // nothing can be put into the one that is empty
    static <K extends Comparable<K>, V> SharedMap<K, V> of(SortedMap<K, V> entries) {
        return entries.isEmpty() && !(entries instanceof SharedMap)
                ? (SharedMap<K, V>) EMPTY
                : of(entries, SharedMap::noSigns);
    }

    /// The same entries; those of a shared map keep the signs they have.
    static <K extends Comparable<K>, V> SharedMap<K, V> of(SortedMap<K, V> entries, ToIntFunction<? super V> sign) {
        if (entries instanceof SharedMap<K, V> shared) {
            return shared;
        }
        var empty = new SharedMap<K, V>(null, sign);
        return new SharedMap<>(empty.build(entries.entrySet().iterator()::next, entries.size()), sign);
    }

    /// The keys that are in order already, none twice, each with its value.
    static <K extends Comparable<K>, V> SharedMap<K, V> ofSorted(
            SortedSet<K> keys, Function<K, V> value, ToIntFunction<? super V> sign) {
        var empty = new SharedMap<K, V>(null, sign);
        var next = keys.stream().map(key -> Map.entry(key, value.apply(key))).iterator();
        return new SharedMap<>(empty.build(next::next, keys.size()), sign);
    }

    SharedMap<K, V> with(K key, V value) {
        return new SharedMap<>(put(root, key, value), sign);
    }

    SharedMap<K, V> without(K key) {
        return containsKey(key) ? new SharedMap<>(remove(root, key), sign) : this;
    }

    /// All signs of all values.
    int signs() {
        return root == null ? 0 : root.signs();
    }

    /// The entries that have one of these signs, in order.
    List<Map.Entry<K, V>> having(int wanted) {
        var found = new ArrayList<Map.Entry<K, V>>();
        collect(root, wanted, found);
        return found;
    }

    /// The last value that passes; null if none does.
    @Nullable
    V last(Predicate<V> test) {
        return last(root, test);
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        var node = find(key);
        return node == null ? null : node.value();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return find(key) != null;
    }

    @Override
    public int size() {
        return size(root);
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new Entries();
    }

    @Override
    public @Nullable Comparator<? super K> comparator() {
        return null;
    }

    @Override
    public SortedMap<K, V> subMap(K from, K until) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(this).subMap(from, until));
    }

    @Override
    public SortedMap<K, V> headMap(K until) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(this).headMap(until));
    }

    @Override
    public SortedMap<K, V> tailMap(K from) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(this).tailMap(from));
    }

    @Override
    public K firstKey() {
        return first(some(root)).key();
    }

    @Override
    public K lastKey() {
        var node = some(root);
        while (node.right() != null) {
            node = node.right();
        }
        return node.key();
    }

    private static <N> N some(@Nullable N node) {
        if (node == null) {
            throw new NoSuchElementException("the map is empty");
        }
        return node;
    }

    @SuppressWarnings("unchecked") // as every sorted map without a comparator does
    private @Nullable SharedNode<K, V> find(@Nullable Object key) {
        var at = root;
        while (at != null && key != null) {
            var order = ((K) key).compareTo(at.key());
            if (order == 0) {
                return at;
            }
            at = order < 0 ? at.left() : at.right();
        }
        return null;
    }

    /// The tree of so many entries, which come in order.
    private @Nullable SharedNode<K, V> build(Supplier<Map.Entry<K, V>> sorted, int count) {
        if (count == 0) {
            return null;
        }
        var before = count / 2;
        var left = build(sorted, before);
        var entry = sorted.get();
        return node(left, entry, build(sorted, count - before - 1));
    }

    private SharedNode<K, V> put(@Nullable SharedNode<K, V> at, K key, V value) {
        if (at == null) {
            return node(null, Map.entry(key, value), null);
        }
        var order = key.compareTo(at.key());
        if (order == 0) {
            return node(at.left(), Map.entry(key, value), at.right());
        }
        return order < 0
                ? balanced(put(at.left(), key, value), at, at.right())
                : balanced(at.left(), at, put(at.right(), key, value));
    }

    private @Nullable SharedNode<K, V> remove(@Nullable SharedNode<K, V> at, K key) {
        if (at == null) {
            return null;
        }
        var order = key.compareTo(at.key());
        if (order != 0) {
            return order < 0
                    ? balanced(remove(at.left(), key), at, at.right())
                    : balanced(at.left(), at, remove(at.right(), key));
        }
        if (at.left() == null || at.right() == null) {
            return at.left() == null ? at.right() : at.left();
        }
        var next = first(at.right());
        return balanced(at.left(), next, remove(at.right(), next.key()));
    }

    private static <K, V> SharedNode<K, V> first(SharedNode<K, V> node) {
        var at = node;
        while (at.left() != null) {
            at = at.left();
        }
        return at;
    }

    /// A tree of two whose heights differ by at most 2.
    private SharedNode<K, V> balanced(
            @Nullable SharedNode<K, V> left, Map.Entry<K, V> entry, @Nullable SharedNode<K, V> right) {
        if (left != null && left.height() > height(right) + 1) {
            var inner = left.right();
            return inner == null || height(left.left()) >= inner.height()
                    ? node(left.left(), left, node(inner, entry, right))
                    : node(node(left.left(), left, inner.left()), inner, node(inner.right(), entry, right));
        }
        if (right != null && right.height() > height(left) + 1) {
            var inner = right.left();
            return inner == null || height(right.right()) >= inner.height()
                    ? node(node(left, entry, inner), right, right.right())
                    : node(node(left, entry, inner.left()), inner, node(inner.right(), right, right.right()));
        }
        return node(left, entry, right);
    }

    private SharedNode<K, V> node(
            @Nullable SharedNode<K, V> left, Map.Entry<K, V> entry, @Nullable SharedNode<K, V> right) {
        var signs = sign.applyAsInt(entry.getValue())
                | (left == null ? 0 : left.signs())
                | (right == null ? 0 : right.signs());
        var height = 1 + Math.max(height(left), height(right));
        return new SharedNode<>(
                left, entry.getKey(), entry.getValue(), right, signs, height, 1 + size(left) + size(right));
    }

    private void collect(@Nullable SharedNode<K, V> at, int wanted, List<Map.Entry<K, V>> found) {
        if (at == null || (at.signs() & wanted) == 0) {
            return;
        }
        collect(at.left(), wanted, found);
        if ((sign.applyAsInt(at.value()) & wanted) != 0) {
            found.add(at);
        }
        collect(at.right(), wanted, found);
    }

    private static <K, V> @Nullable V last(@Nullable SharedNode<K, V> at, Predicate<V> test) {
        if (at == null) {
            return null;
        }
        var later = last(at.right(), test);
        if (later != null) {
            return later;
        }
        return test.test(at.value()) ? at.value() : last(at.left(), test);
    }

    private static int height(@Nullable SharedNode<?, ?> node) {
        return node == null ? 0 : node.height();
    }

    private static int size(@Nullable SharedNode<?, ?> node) {
        return node == null ? 0 : node.size();
    }

    private final class Entries extends AbstractSet<Map.Entry<K, V>> {
        @Override
        public Iterator<Map.Entry<K, V>> iterator() {
            return new SharedWalk<>(root);
        }

        @Override
        public int size() {
            return SharedMap.this.size();
        }
    }
}
