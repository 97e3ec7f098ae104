package muster.wiring;

import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.pack.Pack;
import muster.plan.TaskId;
import muster.probes.SelfTest;
import muster.run.ActionCall;

/// Proves pack actions on scratch tables, so that a capability can be bound to one of them.
final class SelfTests {

    private static final String PROVE = "warehouse.prove";
    private static final Map<String, String> CAPABILITIES = Map.of(
            "warehouse.rename", "cov-rename",
            "warehouse.consolidate", "lag-consolidation",
            "warehouse.views", "views",
            "warehouse.validate", "validation");

    private SelfTests() {}

    /// By the full name of the action that they prove.
    static SortedMap<String, SelfTest> of(Pack warehouse) {
        var prove = Objects.requireNonNull(warehouse.actions().get(PROVE), PROVE);
        var tests = new TreeMap<String, SelfTest>();
        CAPABILITIES.forEach((action, capability) -> tests.put(action, () -> prove.perform(call(capability))));
        return tests;
    }

    /// The full name of the action whose self-test proves a capability.
    static String provenBy(String capability) {
        return CAPABILITIES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(capability))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no action proves the capability " + capability));
    }

    private static ActionCall call(String capability) {
        var key = "probe/" + capability;
        return new ActionCall(
                new TaskId("probe:" + capability),
                key,
                1,
                new TreeMap<>(Map.of("capability", capability)),
                (_, _) -> {});
    }
}
