package muster.schedule;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/// A list whose elements are made from arrays that do not change, each time somebody asks for one: of a million tasks,
/// those asked for take room, not all of them.
final class MadeList<E> extends AbstractList<E> implements RandomAccess {
    private final int size;
    private final IntFunction<E> element;

    MadeList(int size, IntFunction<E> element) {
        this.size = size;
        this.element = element;
    }

    /// The list itself if it cannot change, else a copy that cannot.
    static <E> List<E> unchanging(List<E> list) {
        return list instanceof MadeList<E> ? list : List.copyOf(list);
    }

    @Override
    public E get(int place) {
        return element.apply(Objects.checkIndex(place, size));
    }

    @Override
    public int size() {
        return size;
    }
}
