package muster.wiring;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.sandbox.Trust;
import org.jspecify.annotations.Nullable;

/// By what means an audit may test. It is the operator's choice; nothing in what is audited can change it.
///
/// @param databases how to connect to each, by name
/// @param writable names of databases and services in which scratch objects may be made
/// @param services file that connects services, none for no service
public record Means(
        Trust trust,
        SortedMap<String, String> databases,
        Set<String> writable,
        @Nullable Path services) {
    public Means {
        databases = Collections.unmodifiableSortedMap(new TreeMap<>(databases));
        writable = Set.copyOf(writable);
    }

    /// Nothing but what is at hand.
    public static Means of(Trust trust) {
        return new Means(trust, new TreeMap<>(), Set.of(), null);
    }
}
