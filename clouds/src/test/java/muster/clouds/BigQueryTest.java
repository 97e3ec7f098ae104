package muster.clouds;

import static muster.clouds.Connecting.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.audit.ProbeResult;
import muster.clouds.doubles.Answer;
import muster.clouds.doubles.BigQueryDouble;
import muster.clouds.doubles.Call;
import muster.clouds.doubles.Fault;
import muster.clouds.doubles.Loopback;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.DataProbe;
import muster.plan.Matcher;
import muster.plan.Money;
import muster.plan.Probe;
import muster.plan.Probing;
import muster.plan.Share;
import muster.probes.cloud.RemoteDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BigQueryTest {
    private static final String TOKEN = "ya29.operator-token";
    private static final Matcher ANY = new Matcher.AtLeast(BigDecimal.ZERO);

    private final BigQueryDouble bigquery = new BigQueryDouble(TOKEN)
            .with(
                    "CREATE TABLE events (id BIGINT, name VARCHAR, seen TIMESTAMP)",
                    "INSERT INTO events VALUES (1, 'a', '2026-01-05 08:30:00'), (2, NULL, '2026-01-04 09:00:00'),"
                            + " (2, 'c', NULL), (4, 'd', NULL)");
    private final Loopback loopback = new Loopback(bigquery);
    private final Connecting connecting = connecting("allowed");

    @AfterEach
    void everyRequestHadThePublishedShape() {
        loopback.close();
        bigquery.close();
        assertThat(loopback.complaints()).isEmpty();
    }

    @Test
    void aTableHasItsColumns() throws InterruptedException {
        var seen = database()
                .of(new Probe.Table("it", "events", List.of("id", "NAME")))
                .getFirst();

        assertThat(seen.result()).isEqualTo(ProbeResult.PASS);
        assertThat(seen.attributes()).containsEntry("rows", "4").containsEntry("columns", "id, name, seen");
        assertThat(codes(database().of(new Probe.Table("it", "raw.events", List.of("gone")))))
                .containsExactly("unknown-column");
        assertThat(codes(database().of(new Probe.Table("it", "other", List.of()))))
                .containsExactly("unknown-table");
    }

    @Test
    void tablesAreCountedOverAllPagesAndByTheCatalogue() throws InterruptedException {
        for (int i = 0; i < 6; i++) {
            bigquery.with("CREATE TABLE t" + i + " (id BIGINT)");
        }
        bigquery.with("CREATE TABLE _muster_probe_mine (id BIGINT)");

        var seen = database().of(new Probe.Listing("it", 7)).getFirst();

        assertThat(seen.result()).isEqualTo(ProbeResult.PASS);
        assertThat(seen.attributes()).containsEntry("tables", "7").containsEntry("tables-second-path", "7");
        assertThat(codes(database().of(new Probe.Listing("it", 50)))).containsExactly("count-differs");
        assertThat(database()
                        .of(new DataProbe.Conserved("it", 9, 3, 1), Probing.ONCE, NOW)
                        .getFirst()
                        .result())
                .isEqualTo(ProbeResult.PASS);
    }

    @Test
    void aDroppedPageMakesThePathsDisagree() throws InterruptedException {
        bigquery.with("CREATE TABLE t1 (id BIGINT)", "CREATE TABLE t2 (id BIGINT)");
        loopback.inject(Fault.answered(Answer.ok("{\"tables\": []}"), 1)
                .when(call -> call.path().endsWith("/tables")
                        && !call.parameter("pageToken").isEmpty()));

        var seen = database().of(new Probe.Listing("it", 3));

        assertThat(seen.getFirst().result()).isEqualTo(ProbeResult.INCONCLUSIVE);
        assertThat(codes(seen)).containsExactly("paths-disagree");
    }

    @Test
    void aTablesStateIsReadInOneQuery() throws InterruptedException {
        var fit = state(0.25, List.of("id", "name"), Duration.ofHours(1));
        assertThat(database().of(fit, Probing.ONCE, NOW).getFirst().result()).isEqualTo(ProbeResult.PASS);
        assertThat(bigquery.jobs()).isEqualTo(1);

        var unfit = state(0.2, List.of("id"), Duration.ofMinutes(29));
        assertThat(codes(database().of(unfit, Probing.ONCE, NOW)))
                .containsExactly("too-many-nulls", "not-unique", "not-fresh");
    }

    @Test
    void typesMayBeNamedInBothWays() throws InterruptedException {
        var types = new TreeMap<>(Map.of("id", "int64", "name", "STRING"));
        var fit = new DataProbe.TableState("it", "events", ANY, types, new TreeMap<>(), List.of(), null);
        types.put("id", "FLOAT64");
        var unfit = new DataProbe.TableState("it", "events", null, types, new TreeMap<>(), List.of(), null);

        assertThat(database().of(fit, Probing.ONCE, NOW).getFirst().result()).isEqualTo(ProbeResult.PASS);
        assertThat(codes(database().of(unfit, Probing.ONCE, NOW))).containsExactly("type-differs");
        assertThat(bigquery.jobs()).isZero();
    }

    @Test
    void aQueryIsHeldAgainstItsBudgetBeforeItIsMade() throws InterruptedException {
        bigquery.reading(1L << 40);
        var query = new DataProbe.Query("it", "SELECT id FROM `acme`.`raw`.`events`", new Matcher.Each(ANY));
        var cheap = budget(null, new Money(BigDecimal.ONE, "USD"));

        var seen = database().of(query, cheap, NOW);

        assertThat(seen.getFirst().result()).isEqualTo(ProbeResult.NOT_RUN);
        assertThat(codes(seen)).containsExactly("over-budget");
        assertThat(seen.getFirst().attributes()).containsEntry("estimated-cost", "6.25 USD");
        assertThat(bigquery.jobs()).isZero();
        var rich = budget(1L << 41, new Money(BigDecimal.TEN, "USD"));
        assertThat(database().of(query, rich, NOW).getFirst().result()).isEqualTo(ProbeResult.PASS);
        assertThat(database().of(query, budget(1L, null), NOW).getFirst().result())
                .isEqualTo(ProbeResult.NOT_RUN);
    }

    @Test
    void whatAProbeWouldUseIsToldByADryRunAlone() throws InterruptedException {
        bigquery.reading(1L << 40);
        var query = new DataProbe.Query("it", "SELECT id FROM `acme`.`raw`.`events`", ANY);
        var none = new Probing.Budget(null, null, null);

        var seen = database().estimate(query, none);
        var table = database().estimate(state(0.2, List.of("id"), null), none);
        var metadata = database().estimate(new Probe.Table("it", "events", List.of()), none);
        var write = new DataProbe.Query("it", "DELETE FROM `acme`.`raw`.`events` WHERE true", ANY);

        assertThat(seen.result()).isEqualTo(ProbeResult.PASS);
        assertThat(seen.attributes())
                .containsEntry("estimated-rows", "4")
                .containsEntry("estimated-bytes", String.valueOf(1L << 40))
                .containsEntry("estimated-cost", "6.25 USD")
                .containsEntry("estimated-time", "PT17M5S");
        assertThat(table.attributes())
                .containsEntry("estimated-cost", "6.25 USD")
                .containsEntry("estimated-rows", "4");
        assertThat(metadata.attributes()).containsEntry("estimated-bytes", "0");
        assertThat(database().estimate(new Probe.Listing("it", 1), none).attributes())
                .containsEntry("estimated-rows", "unknown")
                .containsEntry("estimated-cost", "6.25 USD");
        assertThat(database().estimate(write, none).result()).isEqualTo(ProbeResult.NOT_RUN);
        assertThat(database()
                        .estimate(query, new Probing.Budget(null, 1L, null))
                        .result())
                .isEqualTo(ProbeResult.NOT_RUN);
        assertThat(bigquery.jobs()).isZero();
    }

    @Test
    void aStatementThatWritesIsNotMade() throws InterruptedException {
        var query = new DataProbe.Query("it", "DELETE FROM `acme`.`raw`.`events` WHERE true", ANY);

        assertThat(database().of(query, Probing.ONCE, NOW).getFirst().result()).isEqualTo(ProbeResult.NOT_RUN);
        assertThat(bigquery.jobs()).isZero();
    }

    @Test
    void noRowsAreInconclusive() throws InterruptedException {
        var query = new DataProbe.Query("it", "SELECT id FROM `acme`.`raw`.`events` WHERE id > 99", ANY);

        assertThat(database().of(query, Probing.ONCE, NOW).getFirst().result()).isEqualTo(ProbeResult.INCONCLUSIVE);
    }

    @Test
    void aScratchTableIsCreatedRenamedAndDropped() throws InterruptedException {
        bigquery.with(
                "CREATE TABLE _muster_probe_20260105T070000Z_0123456789ab_renamed (id BIGINT)",
                "CREATE TABLE _muster_probe_mine (id BIGINT)");

        var seen = database().of(new Probe.ScratchTable("it"), NOW);

        assertThat(seen.getFirst().result()).isEqualTo(ProbeResult.PASS);
        assertThat(seen.getFirst().reached()).isEqualTo(AssuranceLevel.SCRATCH_ROUND_TRIP);
        assertThat(seen.getFirst().attributes()).containsEntry("verbs", "create, rename, verify, drop");
        assertThat(seen.getLast().attributes())
                .containsEntry("swept", "_muster_probe_20260105T070000Z_0123456789ab_renamed");
        assertThat(bigquery.tables()).containsExactly("_muster_probe_mine", "events");
    }

    @Test
    void aRefusedRenameIsNamedAndTheTableRemoved() throws InterruptedException {
        loopback.inject(Fault.answered(
                        Answer.json(
                                403,
                                "{\"error\": {\"code\": 403, \"message\": \"no\", \"errors\": [{\"reason\":"
                                        + " \"accessDenied\"}]}}"),
                        9)
                .when(call -> call.path().endsWith("/jobs")));

        var seen = database().of(new Probe.ScratchTable("it"), NOW);

        assertThat(seen.getFirst().attributes())
                .containsEntry("verbs", "create")
                .containsEntry("verbs-failed", "rename");
        assertThat(codes(seen)).containsExactly("cannot-rename");
        assertThat(bigquery.tables()).containsExactly("events");
    }

    @Test
    void withoutTheOperatorsLeaveNothingIsWritten() throws InterruptedException {
        var seen = connecting("refused").database().of(new Probe.ScratchTable("it"), NOW);

        assertThat(seen.getFirst().result()).isEqualTo(ProbeResult.NOT_RUN);
        assertThat(loopback.calls()).isEmpty();
    }

    @Test
    void aJobIsWaitedForAndARefusedOneMadeAgainUnderAnotherId() throws InterruptedException {
        bigquery.pending(3).refusing(2);

        var seen = database().of(new Probe.Listing("it", 1));

        assertThat(seen.getFirst().result()).isEqualTo(ProbeResult.PASS);
        assertThat(bigquery.jobs()).isEqualTo(3);
    }

    @Test
    void aJobThatStaysPendingIsCancelledAndNothingIsKnown() throws InterruptedException {
        bigquery.pending(100_000);

        var seen = database().of(new Probe.Listing("it", 1));

        assertThat(seen.getFirst().result()).isEqualTo(ProbeResult.ERROR);
        assertThat(loopback.calls()).extracting(Call::path).anyMatch(path -> path.endsWith("/cancel"));
    }

    @Test
    void aJobWhoseAnswerWasLostIsFoundAgainAndNotRunTwice() throws InterruptedException {
        loopback.inject(Fault.of(Fault.Kind.LOST, 1).when(call -> call.path().endsWith("/jobs")));

        var seen = database().of(new Probe.Listing("it", 1));

        assertThat(seen.getFirst().result()).isEqualTo(ProbeResult.PASS);
        assertThat(bigquery.jobs()).isEqualTo(1);
    }

    @Test
    void whatPassesIsAskedAgainAndWhatDoesNotIsSaid() throws InterruptedException {
        loopback.inject(Fault.status(503, 2));
        assertThat(answers().result()).isEqualTo(ProbeResult.PASS);
        loopback.inject(Fault.status(429, 2));
        assertThat(answers().result()).isEqualTo(ProbeResult.PASS);
        loopback.inject(Fault.status(500, 1_000));
        assertThat(answers().result()).isEqualTo(ProbeResult.ERROR);
    }

    @Test
    void aRejectedCredentialIsSaid() throws InterruptedException {
        loopback.inject(Fault.status(401, 1_000));

        var seen = answers();

        assertThat(codes(List.of(seen))).containsExactly("credential-rejected");
        assertThat(seen.toString()).doesNotContain(TOKEN);
    }

    private Observation answers() throws InterruptedException {
        return database()
                .of(new DataProbe.Answers("it", null), Probing.ONCE, NOW)
                .getFirst();
    }

    private static DataProbe.TableState state(double nulls, List<String> unique, Duration oldest) {
        return new DataProbe.TableState(
                "it",
                "events",
                null,
                new TreeMap<>(),
                new TreeMap<>(Map.of("name", new Share(nulls))),
                unique,
                new DataProbe.Freshness("seen", oldest, null));
    }

    private static Probing budget(Long bytes, Money cost) {
        return new Probing(0, Duration.ofSeconds(1), null, new Probing.Budget(null, bytes, cost));
    }

    private static List<String> codes(List<Observation> seen) {
        return seen.stream()
                .flatMap(each -> each.findings().stream())
                .map(finding -> finding.code())
                .toList();
    }

    private RemoteDatabase database() {
        return connecting.database();
    }

    private Connecting connecting(String writing) {
        return new Connecting(
                "kind: bigquery, project: acme, dataset: raw, writing: " + writing + ", endpoint: \""
                        + loopback.address() + "\", credential: {env: TOKEN}",
                "TOKEN",
                TOKEN);
    }
}
