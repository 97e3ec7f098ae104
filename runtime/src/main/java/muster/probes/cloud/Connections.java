package muster.probes.cloud;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The services and remote databases that the operator has connected, by the name that expectations use. Each is opened
/// once, when it is first asked for.
public final class Connections {
    private final SortedMap<String, Connector<Connection>> services;
    private final SortedMap<String, Connector<RemoteDatabase>> databases;
    private final SortedMap<String, Object> opened = Collections.synchronizedSortedMap(new TreeMap<>());

    public Connections(
            SortedMap<String, Connector<Connection>> services, SortedMap<String, Connector<RemoteDatabase>> databases) {
        this.services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
        this.databases = Collections.unmodifiableSortedMap(new TreeMap<>(databases));
    }

    /// Nothing is connected.
    public static Connections none() {
        return new Connections(new TreeMap<>(), new TreeMap<>());
    }

    /// The service of that name, none if it is not connected.
    public @Nullable Connection service(String name) {
        var connector = services.get(name);
        return connector == null ? null : (Connection) opened.computeIfAbsent("service " + name, _ -> connector.open());
    }

    /// The database of that name, none if it is not connected here.
    public @Nullable RemoteDatabase database(String name) {
        var connector = databases.get(name);
        return connector == null
                ? null
                : (RemoteDatabase) opened.computeIfAbsent("database " + name, _ -> connector.open());
    }
}
