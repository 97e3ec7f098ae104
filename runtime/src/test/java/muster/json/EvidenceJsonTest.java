package muster.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.audit.Evidence;
import muster.audit.Finding;
import muster.audit.InputDigest;
import muster.audit.ProbeResult;
import muster.audit.Weight;
import muster.plan.AssuranceLevel;
import muster.plan.ExpectationId;
import org.junit.jupiter.api.Test;

class EvidenceJsonTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    @Test
    void whatIsWrittenIsReadBackUnchanged() {
        var evidence = EvidenceJson.seal(draft("a \"quoted\" line\nand ümlauts \u2028"));

        var back = EvidenceJson.read(EvidenceJson.write(evidence));

        assertThat(back).isEqualTo(evidence);
        assertThat(EvidenceJson.isIntact(back)).isTrue();
    }

    @Test
    void theSealBreaksWhenAnythingIsChanged() {
        var evidence = EvidenceJson.seal(draft("9 tables"));

        var forged = EvidenceJson.read(EvidenceJson.write(evidence).replace("9 tables", "8 tables"));

        assertThat(EvidenceJson.isIntact(forged)).isFalse();
    }

    @Test
    void theIdIsTheBeginningOfTheHashAndTheHashIsThatOfTheRestOfTheText() {
        var evidence = EvidenceJson.seal(draft("x"));

        var rest = EvidenceJson.write(evidence)
                .replace("\"id\":\"" + evidence.id() + "\",", "")
                .replace("\"sha256\":\"" + evidence.sha256() + "\",\"subject\"", "\"subject\"");

        assertThat(evidence.id()).isEqualTo("E-" + evidence.sha256().substring(0, 12));
        assertThat(Sha256.of(rest)).isEqualTo(evidence.sha256());
    }

    @Test
    void canonicalTextDependsOnTheValueAlone() {
        var one = CanonicalJson.rewrite("{ \"b\": 1.50, \"a\": [1e2, 0.0, null, true], \"ä\": \"\\u0041\" }");
        var other = CanonicalJson.rewrite("{\"ä\":\"A\",\"a\":[100,0,null,true],\"b\":1.5}");

        assertThat(one).isEqualTo(other).isEqualTo("{\"a\":[100,0,null,true],\"b\":1.5,\"ä\":\"A\"}");
    }

    @Test
    void anythingElseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> EvidenceJson.read("{\"id\":"));
        assertThatIllegalArgumentException().isThrownBy(() -> EvidenceJson.read("{\"id\":\"E-1\"}"));
    }

    private static Evidence draft(String output) {
        return new Evidence(
                "",
                new ExpectationId("script.rename"),
                "script",
                List.of("scripts/rename.py", "--help"),
                ProbeResult.FAIL,
                AssuranceLevel.PARSES,
                "it parses",
                List.of(new Finding("unknown-table", Weight.DEFECT, "there is no table x", "scripts/rename.py:7")),
                new TreeMap<>(Map.of("lines", "12")),
                output,
                List.of(new InputDigest("scripts/rename.py", Sha256.of("x"))),
                "host",
                NOW,
                Duration.ofMillis(1250),
                NOW.plus(Duration.ofHours(24)),
                "");
    }
}
