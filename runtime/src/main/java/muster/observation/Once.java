package muster.observation;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that is read or made when it is first wanted and then serves all probes of an audit, until it is
/// forgotten.
public final class Once<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<T> read;
    private @Nullable T value;

    /// @param read called by one thread at a time
    public Once(Supplier<T> read) {
        this.read = read;
    }

    /// What was read; others wait while it is.
    public T get() {
        lock.lock();
        try {
            var known = value;
            if (known == null) {
                known = read.get();
                value = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /// Uses it only if it has been read.
    public void ifRead(Consumer<T> use) {
        lock.lock();
        try {
            var known = value;
            if (known != null) {
                use.accept(known);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Reads it anew when it is wanted next.
    public void forget() {
        lock.lock();
        try {
            value = null;
        } finally {
            lock.unlock();
        }
    }
}
