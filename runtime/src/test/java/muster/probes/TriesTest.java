package muster.probes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import muster.audit.ProbeResult;
import muster.observation.Observation;
import muster.plan.Probing;
import org.junit.jupiter.api.Test;

class TriesTest {
    private static final Probing PATIENT = new Probing(3, Duration.ofSeconds(7), null, null);

    private final List<Duration> pauses = new ArrayList<>();
    private final Tries tries = new Tries(pauses::add);

    @Test
    void aProbeIsMadeAgainUntilItPasses() throws Exception {
        var results = new ArrayList<>(List.of(ProbeResult.FAIL, ProbeResult.ERROR, ProbeResult.PASS, ProbeResult.FAIL));
        var forgotten = new ArrayList<String>();

        var seen = tries.of(PATIENT, () -> List.of(one(results.removeFirst())), () -> forgotten.add("lists"));

        assertThat(seen.getFirst().result()).isEqualTo(ProbeResult.PASS);
        assertThat(seen.getFirst().attributes()).containsEntry("tries", "3");
        assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
        assertThat(forgotten).hasSize(2);
    }

    @Test
    void theLastTryCountsIfNonePasses() throws Exception {
        var seen = tries.of(PATIENT, () -> List.of(one(ProbeResult.INCONCLUSIVE)), () -> {});

        assertThat(seen.getFirst().result()).isEqualTo(ProbeResult.INCONCLUSIVE);
        assertThat(seen.getFirst().attributes()).containsEntry("tries", "4");
    }

    @Test
    void whatCannotBeRunHereIsNotTriedAgain() throws Exception {
        tries.of(PATIENT, () -> List.of(one(ProbeResult.NOT_RUN)), () -> {});

        assertThat(pauses).isEmpty();
    }

    @Test
    void oneTryIsNotCounted() throws Exception {
        var seen = tries.of(Probing.ONCE, () -> List.of(one(ProbeResult.FAIL)), () -> {});

        assertThat(seen.getFirst().attributes()).doesNotContainKey("tries");
        assertThat(pauses).isEmpty();
    }

    private static Observation one(ProbeResult result) {
        return Observation.of(result, "kind", "subject", "summary");
    }
}
