package muster.clouds.objects;

import java.util.List;
import muster.clouds.calls.Unanswered;

/// A container of an object store.
public interface Bucket {

    void put(String key, byte[] bytes) throws Unanswered, InterruptedException;

    /// The object's bytes; none of that name is [Unanswered] as absent.
    byte[] get(String key) throws Unanswered, InterruptedException;

    /// All objects whose names begin like this, from every page.
    List<Stored> list(String prefix) throws Unanswered, InterruptedException;

    /// Removes the object; none of that name is no failure.
    void delete(String key) throws Unanswered, InterruptedException;
}
