package muster.probes.host;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that is read when it is first wanted and then serves all probes of an audit, until it is forgotten.
final class Once<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<T> read;
    private @Nullable T value;

    Once(Supplier<T> read) {
        this.read = read;
    }

    T get() {
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

    void forget() {
        lock.lock();
        try {
            value = null;
        } finally {
            lock.unlock();
        }
    }
}
