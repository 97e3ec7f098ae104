package muster.probes.data;

import static muster.probes.data.Stocked.NAME;
import static muster.probes.data.Stocked.NOW;
import static muster.probes.data.Stocked.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import muster.audit.ProbeResult;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.Probe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScratchProbeTest {
    private static final Instant LATER = NOW.plus(Duration.ofHours(2));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void allVerbsWorkAndNothingIsLeft(Engine engine) {
        var stock = Stocked.of(engine, folder).with("CREATE TABLE prices (id INTEGER)");

        var seen = probed(stock, NOW);

        assertThat(seen).extracting(Observation::kind).containsExactly("scratch-table", "leftovers");
        assertThat(seen).extracting(Observation::result).containsOnly(ProbeResult.PASS);
        assertThat(seen.getFirst().reached()).isEqualTo(AssuranceLevel.SCRATCH_ROUND_TRIP);
        assertThat(seen.getFirst().attributes())
                .containsEntry("verbs", "create, insert, rename, read, drop")
                .containsEntry("verbs-failed", "")
                .containsEntry("verbs-not-tried", "");
        assertThat(stock.tables()).containsExactly("prices");
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheOperatorsWordNothingIsWritten(Engine engine) {
        var seen = Stocked.of(engine, folder).probes(Access.READ).of(new Probe.ScratchTable(NAME), NOW);

        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().result()).isEqualTo(ProbeResult.NOT_RUN);
        assertThat(seen.getFirst().summary()).contains("has not allowed");
    }

    @ParameterizedTest
    @EnumSource
    void whatAKilledRunHasLeftIsRemovedOnceItIsOld(Engine engine) throws Exception {
        var stock = Stocked.of(engine, folder);
        var victim = ScratchVictim.halfWay(stock);
        victim.destroyForcibly().waitFor();
        assertThat(stock.tables()).singleElement().matches(ScratchName::isOurs);

        var early = probed(stock, NOW.plus(Duration.ofMinutes(10)));
        assertThat(codes(early.getLast())).containsExactly("scratch-in-use");
        assertThat(stock.tables()).hasSize(1);

        var late = probed(stock, LATER);
        assertThat(codes(late.getLast())).containsExactly("swept");
        assertThat(stock.tables()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatOnlyLooksLikeOursIsReportedAndLeftAlone(Engine engine) {
        var ours = ScratchName.at(NOW.minus(Duration.ofDays(400)));
        var stock = Stocked.of(engine, folder)
                .with(
                        "CREATE TABLE _muster_probe_mine (muster_probe INTEGER)",
                        "CREATE TABLE " + ours.name() + "x (muster_probe INTEGER)",
                        "CREATE TABLE " + ours.renamed() + " (muster_probe INTEGER, more INTEGER)",
                        "CREATE VIEW " + ours.name() + " AS SELECT 1 AS muster_probe",
                        "CREATE TABLE muster_probe_2 (muster_probe INTEGER)");

        var sweep = probed(stock, NOW).getLast();

        assertThat(codes(sweep))
                .containsExactly(
                        "foreign-scratch-name", "foreign-scratch-name", "foreign-scratch-name", "foreign-scratch-name");
        assertThat(stock.tables()).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource
    void oldTablesOfOursAreRemovedUnderBothNames(Engine engine) {
        var ours = ScratchName.at(NOW.minus(Duration.ofDays(1)));
        var stock = Stocked.of(engine, folder)
                .with(
                        "CREATE TABLE " + ours.name() + " (muster_probe INTEGER)",
                        "CREATE TABLE " + ours.renamed() + " (muster_probe INTEGER)");

        var sweep = probed(stock, NOW).getLast();

        assertThat(sweep.attributes()).containsEntry("swept", "2");
        assertThat(stock.tables()).isEmpty();
    }

    @Test
    void aVerbThatFailsIsNamedAndTheOthersAreNotTried() {
        var stock = Stocked.of(Engine.POSTGRESQL, folder).with("DROP SCHEMA public");

        var seen = probed(stock, NOW).getFirst();

        assertThat(seen.result()).isEqualTo(ProbeResult.FAIL);
        assertThat(codes(seen)).containsExactly("cannot-create");
        assertThat(seen.attributes())
                .containsEntry("verbs", "")
                .containsEntry("verbs-failed", "create")
                .containsEntry("verbs-not-tried", "insert, rename, read, drop");
    }

    @Test
    void everyNameFitsIntoTheShortestLimit() {
        var name = ScratchName.at(NOW);

        assertThat(name.renamed()).hasSizeLessThanOrEqualTo(63).matches("[a-z0-9_]+");
        assertThat(ScratchName.made(name.renamed())).isEqualTo(NOW);
        assertThat(ScratchName.isOurs("_muster_probe_00000000_20269999t999999z_000000000000"))
                .isFalse();
    }

    private static List<Observation> probed(Stocked stock, Instant now) {
        return stock.probes(Access.SCRATCH).of(new Probe.ScratchTable(NAME), now);
    }
}
