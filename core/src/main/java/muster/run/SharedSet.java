package muster.run;

import java.util.AbstractSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A sorted set that never changes and shares all but one path with its changed copies. Some elements are marked, and
/// found without looking at the others.
@SuppressWarnings("JdkObsolete") // states of a run show sorted sets, not navigable ones
final class SharedSet<E extends Comparable<E>> extends AbstractSet<E> implements SortedSet<E> {
    private static final int MARKED = 1;

    private final SharedMap<E, Boolean> members;
    private final Predicate<? super E> mark;

    private SharedSet(SharedMap<E, Boolean> members, Predicate<? super E> mark) {
        this.members = members;
        this.mark = mark;
    }

    /// The same elements; those of a shared set keep the marks they have.
    static <E extends Comparable<E>> SharedSet<E> of(SortedSet<E> elements, Predicate<? super E> mark) {
        if (elements instanceof SharedSet<E> shared) {
            return shared;
        }
        return new SharedSet<>(SharedMap.ofSorted(elements, mark::test, marked -> marked ? MARKED : 0), mark);
    }

    SharedSet<E> with(E element) {
        return contains(element) ? this : new SharedSet<>(members.with(element, mark.test(element)), mark);
    }

    SharedSet<E> without(E element) {
        return contains(element) ? new SharedSet<>(members.without(element), mark) : this;
    }

    /// Those that are marked, in order.
    List<E> marked() {
        return members.having(MARKED).stream().map(Map.Entry::getKey).toList();
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return members.containsKey(element);
    }

    @Override
    public Iterator<E> iterator() {
        return members.keySet().iterator();
    }

    @Override
    public int size() {
        return members.size();
    }

    @Override
    public @Nullable Comparator<? super E> comparator() {
        return null;
    }

    @Override
    public SortedSet<E> subSet(E from, E until) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(this).subSet(from, until));
    }

    @Override
    public SortedSet<E> headSet(E until) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(this).headSet(until));
    }

    @Override
    public SortedSet<E> tailSet(E from) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(this).tailSet(from));
    }

    @Override
    public E first() {
        return members.firstKey();
    }

    @Override
    public E last() {
        return members.lastKey();
    }
}
