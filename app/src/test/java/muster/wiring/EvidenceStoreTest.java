package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import muster.audit.EarlierAudit;
import muster.audit.Evidence;
import muster.audit.ProbeResult;
import muster.audit.Verdict;
import muster.json.EvidenceJson;
import muster.plan.AssuranceLevel;
import muster.plan.ExpectationId;
import muster.storage.ChainCheck;
import muster.storage.JournalUnavailable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceStoreTest {
    private static final Instant AT = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    Path folder;

    private Path file;
    private EvidenceStore store;

    @BeforeEach
    void open() {
        file = folder.resolve("evidence.jsonl");
        store = EvidenceStore.at(file);
    }

    @Test
    void evidenceIsFoundByItsIdAndByItsExpectation() throws IOException {
        var one = evidence("a", "first");
        var two = evidence("a", "second");

        store.keep(List.of(one));
        store.keep(List.of(two, evidence("b", "other")));

        assertThat(store.find(one.id())).containsExactly(one);
        assertThat(store.find("a")).containsExactly(one, two);
        assertThat(store.find("c")).isEmpty();
    }

    @Test
    void theNewestAuditOfALabelIsFoundWithItsEvidence() throws IOException {
        var old = evidence("a", "first");
        var recent = evidence("a", "second");
        store.keep(List.of(old));
        store.finish(audit("before", old));
        store.keep(List.of(recent));
        store.finish(audit("after", recent));

        assertThat(store.newest("before"::equals).evidence()).containsExactly(old);
        assertThat(store.newest(_ -> true).evidence()).containsExactly(recent);
        assertThat(store.newest(_ -> true).outcome().verdict()).isEqualTo(Verdict.GO);
        assertThat(store.newest("never"::equals)).isNull();
    }

    @Test
    void aStoreThatWasOnlyAppendedToHolds() throws IOException {
        store.keep(List.of(evidence("a", "first")));
        EvidenceStore.at(file).keep(List.of(evidence("a", "second")));
        store.keep(List.of(evidence("a", "third")));

        var verified = store.verify();

        assertThat(verified.chain()).isInstanceOf(ChainCheck.ChainHolds.class);
        assertThat(verified.evidence()).isEqualTo(3);
        assertThat(verified.torn()).isZero();
    }

    @Test
    void aChangedLetterBreaksTheChainAndNothingIsAddedToIt() throws IOException {
        store.keep(List.of(evidence("a", "first"), evidence("a", "second")));
        var text = Files.readString(file);
        Files.writeString(file, text.replace("first", "worst"));

        var other = EvidenceStore.at(file);

        assertThat(other.verify().chain())
                .isInstanceOfSatisfying(
                        ChainCheck.ChainBroken.class,
                        broken -> assertThat(broken.at()).isEqualTo(1));
        assertThatThrownBy(() -> other.keep(List.of(evidence("a", "third")))).isInstanceOf(JournalUnavailable.class);
    }

    @Test
    void aRemovedOrSwappedLineBreaksTheChain() throws IOException {
        store.keep(List.of(evidence("a", "1"), evidence("a", "2"), evidence("a", "3")));
        var lines = Files.readAllLines(file);

        Files.write(file, List.of(lines.get(0), lines.get(2)));
        assertThat(store.verify().chain()).isInstanceOf(ChainCheck.ChainBroken.class);

        Files.write(file, List.of(lines.get(1), lines.get(0), lines.get(2)));
        assertThat(store.verify().chain()).isInstanceOf(ChainCheck.ChainBroken.class);
    }

    @Test
    void whatAKilledProcessLeftIsToldAndCutOffByTheNext() throws IOException {
        store.keep(List.of(evidence("a", "first")));
        var whole = Files.size(file);
        store.keep(List.of(evidence("a", "second")));
        try (var channel = java.nio.channels.FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(whole + 25);
        }

        var torn = EvidenceStore.at(file).verify();
        EvidenceStore.at(file).keep(List.of(evidence("a", "third")));

        assertThat(torn.torn()).isEqualTo(25);
        assertThat(torn.evidence()).isEqualTo(1);
        assertThat(torn.chain()).isInstanceOf(ChainCheck.ChainHolds.class);
        assertThat(store.verify().torn()).isZero();
        assertThat(store.verify().evidence()).isEqualTo(2);
        assertThat(Files.readString(file)).contains("\"type\":\"torn\"", "\"bytes\":25");
    }

    @Test
    void everyCutOfTheLastLineIsSurvived() throws IOException {
        store.keep(List.of(evidence("a", "first")));
        var first = Files.readAllBytes(file);
        store.keep(List.of(evidence("a", "second")));
        var both = Files.readAllBytes(file);

        for (var length = first.length; length < both.length; length += 97) {
            Files.write(file, java.util.Arrays.copyOf(both, length));
            EvidenceStore.at(file).keep(List.of(evidence("b", "third")));

            var verified = EvidenceStore.at(file).verify();
            assertThat(verified.chain()).as("cut at %d", length).isInstanceOf(ChainCheck.ChainHolds.class);
            assertThat(verified.evidence()).isEqualTo(2);
        }
    }

    @Test
    void textOfAnyKindComesBack() throws IOException {
        var odd = evidence("a", "line\nbreak \u2028 \u0000 \u202e \"quoted\" \ud83d\ude00");

        store.keep(List.of(odd));

        assertThat(store.find(odd.id())).containsExactly(odd);
        assertThat(Files.readString(file, StandardCharsets.UTF_8).split("\n")).hasSize(1);
    }

    private static AuditRecord audit(String label, Evidence evidence) {
        return new AuditRecord(
                AT,
                label,
                List.of(evidence),
                new TreeMap<>(),
                new EarlierAudit(AT, Verdict.GO, List.of()),
                new TreeMap<>(),
                Basis.standard());
    }

    static Evidence evidence(String expectation, String summary) {
        return EvidenceJson.seal(new Evidence(
                "",
                new ExpectationId(expectation),
                "file",
                List.of("a.txt"),
                ProbeResult.PASS,
                AssuranceLevel.EXISTS,
                summary,
                List.of(),
                new TreeMap<>(),
                "",
                List.of(),
                "host",
                AT,
                Duration.ofMillis(3),
                AT.plusSeconds(3600),
                ""));
    }
}
