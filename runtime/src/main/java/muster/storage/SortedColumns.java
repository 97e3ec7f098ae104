package muster.storage;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Entries that are read in the order of their keys, on the way into a map that finds them: no key is compared but with
/// the one before.
@SuppressWarnings("JdkObsolete") // states of a run are made of sorted maps, not navigable ones
final class SortedColumns<K extends Comparable<K>, V> extends AbstractMap<K, V> implements SortedMap<K, V> {
    private final List<K> keys;
    private final List<V> values;

    SortedColumns(int count) {
        keys = new ArrayList<>(count);
        values = new ArrayList<>(count);
    }

    /// @throws UnreadableEntry if the key is not larger than all before
    void add(K key, V value) {
        if (!keys.isEmpty() && keys.getLast().compareTo(key) >= 0) {
            throw new UnreadableEntry(key + " does not come after " + keys.getLast());
        }
        keys.add(key);
        values.add(value);
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<K, V>> iterator() {
                return new Walk();
            }

            @Override
            public int size() {
                return keys.size();
            }
        };
    }

    private final class Walk implements Iterator<Map.Entry<K, V>> {
        private int place;

        @Override
        public boolean hasNext() {
            return place < keys.size();
        }

        @Override
        public Map.Entry<K, V> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var entry = Map.entry(keys.get(place), values.get(place));
            place++;
            return entry;
        }
    }

    @Override
    public @Nullable Comparator<? super K> comparator() {
        return null;
    }

    @Override
    public K firstKey() {
        return keys.getFirst();
    }

    @Override
    public K lastKey() {
        return keys.getLast();
    }

    @Override
    public SortedMap<K, V> subMap(K from, K until) {
        return new TreeMap<>(this).subMap(from, until);
    }

    @Override
    public SortedMap<K, V> headMap(K until) {
        return new TreeMap<>(this).headMap(until);
    }

    @Override
    public SortedMap<K, V> tailMap(K from) {
        return new TreeMap<>(this).tailMap(from);
    }
}
