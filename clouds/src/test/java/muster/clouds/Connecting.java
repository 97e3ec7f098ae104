package muster.clouds;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.observation.Observation;
import muster.plan.CloudProbe;
import muster.plan.Parsed;
import muster.probes.cloud.CloudProbes;
import muster.probes.cloud.RemoteDatabase;
import muster.yaml.ServiceSpec;
import muster.yaml.ServicesReader;

/// What an operator does: writes a file of services and probes them.
final class Connecting {
    static final java.time.Instant NOW = java.time.Instant.parse("2026-01-05T09:00:00Z");

    private final HandMovedTime time = new HandMovedTime();
    private final SortedMap<String, String> environment = new TreeMap<>();
    private final Connected connected;

    /// @param service the one service `it`, in YAML's flow style
    Connecting(String service, String... variables) {
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        connected = new Services(environment, time.retries()).connect(specs("services:\n  it: {" + service + "}\n"));
    }

    static SortedMap<String, ServiceSpec> specs(String yaml) {
        return switch (ServicesReader.read("services.yaml", yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            case Parsed.Ok<SortedMap<String, ServiceSpec>>(var specs) -> specs;
            case Parsed.Failed<SortedMap<String, ServiceSpec>>(var problems) ->
                throw new IllegalArgumentException(problems.toString());
        };
    }

    List<Observation> probe(CloudProbe probe) throws InterruptedException {
        return new CloudProbes(connected.connections()).of(probe, NOW);
    }

    RemoteDatabase database() {
        return Objects.requireNonNull(connected.connections().database("it"));
    }

    Connected connected() {
        return connected;
    }

    HandMovedTime time() {
        return time;
    }
}
