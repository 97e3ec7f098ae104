package muster.clouds.doubles;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// The state of a double of an object store. Lists lag behind by some askings if told so.
public final class StoredObjects {
    /// One object.
    ///
    /// @param octets one in each character
    public record Stored(String octets, Instant modified) {
        byte[] bytes() {
            return octets.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private final ConcurrentSkipListMap<String, Stored> objects = new ConcurrentSkipListMap<>();
    private final Instant now;
    private TreeMap<String, Stored> listed = new TreeMap<>();
    private int lag;
    private int asked;

    public StoredObjects(Instant now) {
        this.now = now;
    }

    /// What was done is listed only when asked for the n-th time.
    public void lagging(int n) {
        lag = n;
    }

    public void put(String key, byte[] bytes) {
        put(key, bytes, now);
    }

    public void put(String key, byte[] bytes, Instant modified) {
        objects.put(key, new Stored(new String(bytes, StandardCharsets.ISO_8859_1), modified));
        asked = 0;
    }

    @org.jspecify.annotations.Nullable
    Stored get(String key) {
        return objects.get(key);
    }

    boolean remove(String key) {
        asked = 0;
        return objects.remove(key) != null;
    }

    public List<String> keys() {
        return List.copyOf(objects.keySet());
    }

    SortedMap<String, Stored> list(String prefix) {
        if (asked++ >= lag) {
            listed = new TreeMap<>(objects);
        }
        var found = new TreeMap<String, Stored>();
        listed.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                found.put(key, value);
            }
        });
        return found;
    }
}
