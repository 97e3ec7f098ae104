package muster.clouds;

import static muster.clouds.Connecting.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import muster.audit.ProbeResult;
import muster.clouds.doubles.CloudRunDouble;
import muster.clouds.doubles.Fault;
import muster.clouds.doubles.GithubDouble;
import muster.clouds.doubles.Loopback;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.CloudProbe;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeployedJobTest {
    private static final String TOKEN = "ya29.operator-token";
    private static final Instant BEGUN = NOW.minus(Duration.ofHours(5));
    private static final Instant ENDED = NOW.minus(Duration.ofHours(4));

    private final CloudRunDouble run = new CloudRunDouble(TOKEN);
    private final GithubDouble github = new GithubDouble(TOKEN);

    @Test
    void aJobWhoseLastRunWroteItsObjectIsUsedInProduction() throws InterruptedException {
        run.ran("old", "CONDITION_FAILED", BEGUN.minus(Duration.ofDays(2)), ENDED.minus(Duration.ofDays(2)))
                .ran("older", "CONDITION_FAILED", BEGUN.minus(Duration.ofDays(3)), ENDED.minus(Duration.ofDays(3)))
                .ran("last", "CONDITION_SUCCEEDED", BEGUN, ENDED)
                .wrote("out%2Ffile.parquet", 42, ENDED);

        var seen = onCloudRun("nightly", "gs://lake/out/file.parquet", Duration.ofDays(1));

        assertThat(seen.result()).isEqualTo(ProbeResult.PASS);
        assertThat(seen.reached()).isEqualTo(AssuranceLevel.USED_IN_PRODUCTION);
        assertThat(seen.attributes())
                .containsEntry("run", "last")
                .containsEntry("runs", "3")
                .containsEntry("age", "4 hours");
    }

    @Test
    void aSuccessfulRunThatWroteNothingIsADefect() throws InterruptedException {
        run.ran("last", "CONDITION_SUCCEEDED", BEGUN, ENDED)
                .wrote("empty", 0, ENDED)
                .wrote("stale", 7, BEGUN.minusSeconds(1))
                .filled("none", 0, ENDED);

        for (var output : new String[] {"gs://lake/missing", "gs://lake/empty", "gs://lake/stale", "table:raw.none"}) {
            var seen = onCloudRun("nightly", output, null);
            assertThat(seen.result()).isEqualTo(ProbeResult.FAIL);
            assertThat(seen.findings()).extracting("code").containsExactly("no-output");
        }
    }

    @Test
    void aTableWithRowsIsOutput() throws InterruptedException {
        run.ran("last", "CONDITION_SUCCEEDED", BEGUN, ENDED).filled("events", 10, ENDED);

        assertThat(onCloudRun("nightly", "table:raw.events", null).result()).isEqualTo(ProbeResult.PASS);
    }

    @Test
    void aServiceThatCannotTellOfOutputProvesNothing() throws InterruptedException {
        run.ran("last", "CONDITION_SUCCEEDED", BEGUN, ENDED);

        assertThat(onCloudRun("nightly", null, null).result()).isEqualTo(ProbeResult.INCONCLUSIVE);
    }

    @Test
    void aFailedLastRunIsADefectWhateverCameBefore() throws InterruptedException {
        run.ran("good", "CONDITION_SUCCEEDED", BEGUN.minusSeconds(60), ENDED)
                .ran("bad", "CONDITION_FAILED", BEGUN, ENDED);

        var seen = onCloudRun("nightly", "gs://lake/x", null);

        assertThat(seen.findings()).extracting("code").containsExactly("last-run-failed");
        assertThat(seen.summary()).contains("bad").contains("as told");
    }

    @Test
    void aRunThatIsLongPendingProvesNothing() throws InterruptedException {
        run.ran("pending", "CONDITION_PENDING", BEGUN, ENDED);

        var seen = onCloudRun("nightly", "gs://lake/x", null);

        assertThat(seen.result()).isEqualTo(ProbeResult.INCONCLUSIVE);
        assertThat(seen.findings()).extracting("code").containsExactly("still-running");
    }

    @Test
    void aJobThatNeverRanOrRanTooLongAgoIsPartial() throws InterruptedException {
        assertThat(onCloudRun("nightly", "gs://lake/x", null).findings())
                .extracting("code")
                .containsExactly("never-ran");

        run.ran("last", "CONDITION_SUCCEEDED", BEGUN, ENDED).wrote("x", 1, ENDED);
        var old = onCloudRun("nightly", "gs://lake/x", Duration.ofHours(2));

        assertThat(old.result()).isEqualTo(ProbeResult.FAIL);
        assertThat(old.reached()).isEqualTo(AssuranceLevel.EXISTS);
        assertThat(old.findings()).extracting("code").containsExactly("stale-run");
    }

    @Test
    void aJobThatIsNotDeployedIsSaidToBeMissing() throws InterruptedException {
        var seen = onCloudRun("weekly", null, null);

        assertThat(seen.findings()).extracting("code").containsExactly("not-deployed");
        assertThat(seen.reached()).isEqualTo(AssuranceLevel.CLAIMED);
    }

    @Test
    void aWorkflowWithAnArtifactIsUsedInProduction() throws InterruptedException {
        github.ran(1, "failure", BEGUN.minusSeconds(90), ENDED)
                .ran(2, "failure", BEGUN.minusSeconds(60), ENDED)
                .ran(3, "success", BEGUN, ENDED)
                .left(3, "report", 100);

        var seen = onGithub("nightly.yml", "report");

        assertThat(seen.result()).isEqualTo(ProbeResult.PASS);
        assertThat(seen.attributes()).containsEntry("run", "3").containsEntry("runs", "3");
    }

    @Test
    void aSuccessfulWorkflowRunWithoutOutputIsADefect() throws InterruptedException {
        github.ran(3, "success", BEGUN, ENDED).left(3, "empty", 0).stepped(3, "publish", "skipped");

        for (var output : new String[] {null, "report", "empty", "step:publish", "step:other"}) {
            assertThat(onGithub("nightly.yml", output).findings())
                    .extracting("code")
                    .containsExactly("no-output");
        }
    }

    @Test
    void aStepThatRanIsOutput() throws InterruptedException {
        github.ran(3, "success", BEGUN, ENDED).stepped(3, "publish", "success");

        assertThat(onGithub("nightly.yml", "step:publish").result()).isEqualTo(ProbeResult.PASS);
    }

    @Test
    void aDroppedPageIsNoticedByTheTotal() throws InterruptedException {
        github.ran(1, "success", BEGUN, ENDED);
        try (var loopback = new Loopback(github)) {
            loopback.inject(
                    Fault.answered(muster.clouds.doubles.Answer.ok("{\"total_count\": 5, \"workflow_runs\": []}"), 100)
                            .when(call -> call.path().endsWith("/runs")));

            var seen = connecting(loopback, "github, project: acme/lake")
                    .probe(new CloudProbe.DeployedJob("it", "nightly.yml", null, null))
                    .getFirst();

            assertThat(seen.result()).isEqualTo(ProbeResult.ERROR);
            assertThat(seen.summary()).contains("0 workflow_runs of 5");
        }
    }

    @Test
    void refusalsAreToldApart() throws InterruptedException {
        assertThat(faulted(Fault.status(401, 100)).findings())
                .extracting("code")
                .containsExactly("credential-rejected");
        assertThat(faulted(Fault.status(403, 100)).findings())
                .extracting("code")
                .containsExactly("not-permitted");
        assertThat(faulted(Fault.status(429, 100)).result()).isEqualTo(ProbeResult.ERROR);
        assertThat(faulted(Fault.status(503, 100)).result()).isEqualTo(ProbeResult.ERROR);
        assertThat(faulted(Fault.of(Fault.Kind.TRUNCATED, 100)).result()).isEqualTo(ProbeResult.ERROR);
    }

    @Test
    void whatPassesIsAskedAgainAndNoSoonerThanTheServiceWants() throws InterruptedException {
        github.ran(3, "success", BEGUN, ENDED).left(3, "report", 100);
        try (var loopback = new Loopback(github)) {
            loopback.inject(
                    Fault.answered(muster.clouds.doubles.Answer.json(429, "{}").with("Retry-After", "11"), 1));
            loopback.inject(Fault.of(Fault.Kind.SLOW, 1));
            var connecting = connecting(loopback, "github, project: acme/lake");

            var seen = connecting
                    .probe(new CloudProbe.DeployedJob("it", "nightly.yml", null, null))
                    .getFirst();

            assertThat(seen.result()).isEqualTo(ProbeResult.PASS);
            assertThat(connecting.time().pauses()).hasSize(2).contains(Duration.ofSeconds(11));
        }
    }

    private Observation faulted(Fault fault) throws InterruptedException {
        try (var loopback = new Loopback(github)) {
            loopback.inject(fault);
            return connecting(loopback, "github, project: acme/lake")
                    .probe(new CloudProbe.DeployedJob("it", "nightly.yml", null, null))
                    .getFirst();
        }
    }

    private Observation onCloudRun(String job, @Nullable String output, @Nullable Duration oldest)
            throws InterruptedException {
        return seen(run, "cloud-run, project: acme, region: europe-west1", job, output, oldest);
    }

    private Observation onGithub(String job, @Nullable String output) throws InterruptedException {
        return seen(github, "github, project: acme/lake", job, output, null);
    }

    private static Observation seen(
            Loopback.Api api, String kind, String job, @Nullable String output, @Nullable Duration oldest)
            throws InterruptedException {
        try (var loopback = new Loopback(api)) {
            var seen = connecting(loopback, kind)
                    .probe(new CloudProbe.DeployedJob("it", job, output, oldest))
                    .getFirst();
            assertThat(loopback.complaints()).isEmpty();
            return seen;
        }
    }

    private static Connecting connecting(Loopback loopback, String kind) {
        return new Connecting(
                "kind: " + kind + ", endpoint: \"" + loopback.address() + "\", credential: {env: TOKEN}",
                "TOKEN",
                TOKEN);
    }
}
