package muster.wiring;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.advisories.Advisories;
import muster.probes.cloud.Connections;
import muster.probes.data.DatabaseOpener;
import muster.sandbox.Trust;

/// By what means an audit may test. It is the operator's choice; nothing in what is audited can change it.
///
/// @param databases by the name that expectations use
/// @param services that are connected
/// @param advisories records of known vulnerabilities
/// @param secrets texts that must never be recorded
/// @param machines which are looked at
public record Means(
        Trust trust,
        SortedMap<String, DatabaseOpener> databases,
        Connections services,
        Advisories advisories,
        Set<String> secrets,
        Machines machines) {
    public Means {
        databases = Collections.unmodifiableSortedMap(new TreeMap<>(databases));
        secrets = Set.copyOf(secrets);
    }

    /// Nothing but what is at hand.
    public static Means of(Trust trust) {
        return new Means(
                trust, new TreeMap<>(), Connections.none(), new Advisories(List.of()), Set.of(), Machines.standard());
    }
}
