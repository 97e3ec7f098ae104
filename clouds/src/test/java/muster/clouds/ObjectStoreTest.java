package muster.clouds;

import static muster.clouds.Connecting.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.audit.ProbeResult;
import muster.clouds.doubles.Answer;
import muster.clouds.doubles.Call;
import muster.clouds.doubles.Fault;
import muster.clouds.doubles.GcsDouble;
import muster.clouds.doubles.Loopback;
import muster.clouds.doubles.S3Double;
import muster.clouds.doubles.StoredObjects;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.CloudProbe;
import muster.plan.Probing;
import muster.probes.cloud.CloudForecast;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// Both kinds of store answer every test alike.
@ParameterizedClass
@MethodSource("stores")
class ObjectStoreTest {
    private static final CloudProbe.ObjectStore PROBE = new CloudProbe.ObjectStore("it", "lake", "tmp/");
    private static final String TOKEN = "ya29.operator-token";
    private static final String ABANDONED = "tmp/_muster_probe_20260105T070000Z_0123456789ab";

    private final Loopback loopback;
    private final StoredObjects objects = new StoredObjects(NOW);
    private final String kind;

    static Stream<String> stores() {
        return Stream.of("s3", "gcs");
    }

    ObjectStoreTest(String kind) {
        this.kind = kind;
        loopback = new Loopback(
                kind.equals("s3")
                        ? new S3Double(objects, "lake", "AKIDEXAMPLE")
                        : new GcsDouble(objects, "lake", TOKEN));
    }

    @AfterEach
    void everyRequestHadThePublishedShape() {
        loopback.close();
        assertThat(loopback.complaints()).isEmpty();
    }

    @Test
    void aScratchObjectIsPutGotListedAndRemoved() throws InterruptedException {
        IntStream.range(0, 5).forEach(i -> objects.put("tmp/mine-" + i, new byte[] {1}));

        var seen = connecting("allowed").probe(PROBE);

        assertThat(first(seen).result()).isEqualTo(ProbeResult.PASS);
        assertThat(first(seen).reached()).isEqualTo(AssuranceLevel.SCRATCH_ROUND_TRIP);
        assertThat(first(seen).attributes())
                .containsEntry("verbs", "put, get, list, delete, verify-absent")
                .containsEntry("verbs-failed", "");
        assertThat(first(seen).attributes().get("object")).matches("tmp/_muster_probe_20260105T090000Z_[0-9a-f]{12}");
        assertThat(seen.getLast().result()).isEqualTo(ProbeResult.PASS);
        assertThat(objects.keys()).hasSize(5).allMatch(key -> key.startsWith("tmp/mine-"));
    }

    @Test
    void whatItWouldUseIsToldWithoutAnyRequest() {
        var seen = new CloudForecast(connecting("allowed").connected().connections())
                .of(PROBE, new Probing.Budget(null, null, null));

        assertThat(seen.attributes())
                .containsEntry("estimated-requests", "6")
                .containsEntry("estimated-bytes", "0")
                .containsEntry("estimated-time", "PT3S");
        assertThat(seen.attributes().get("estimated-cost")).startsWith("0.0000").endsWith(" USD");
        assertThat(loopback.calls()).isEmpty();
    }

    @Test
    void withoutTheOperatorsLeaveNothingIsWritten() throws InterruptedException {
        var seen = connecting("refused").probe(PROBE);

        assertThat(first(seen).result()).isEqualTo(ProbeResult.NOT_RUN);
        assertThat(loopback.calls()).isEmpty();
    }

    @Test
    void aRefusedRemovalLeavesAPartialStoreAndSaysWhatMustBeRemovedByHand() throws InterruptedException {
        loopback.inject(forbidden("DELETE"));

        var seen = connecting("allowed").probe(PROBE);

        assertThat(first(seen).result()).isEqualTo(ProbeResult.FAIL);
        assertThat(first(seen).reached()).isEqualTo(AssuranceLevel.EXISTS);
        assertThat(first(seen).attributes())
                .containsEntry("verbs", "put, get, list")
                .containsEntry("verbs-failed", "delete");
        assertThat(first(seen).findings()).extracting("code").containsExactly("cannot-delete");
        assertThat(seen.getLast().findings()).extracting("code").containsExactly("leftover");
    }

    @Test
    void aStoreThatMayOnlyBeReadIsPartial() throws InterruptedException {
        loopback.inject(forbidden(kind.equals("s3") ? "PUT" : "POST"));

        var seen = connecting("allowed").probe(PROBE);

        assertThat(first(seen).attributes()).containsEntry("verbs", "list").containsEntry("verbs-failed", "put");
        assertThat(first(seen).reached()).isEqualTo(AssuranceLevel.EXISTS);
    }

    @Test
    void aStoreWithoutTheBucketIsBlocked() throws InterruptedException {
        var seen = connecting("allowed").probe(new CloudProbe.ObjectStore("it", "other", null));

        assertThat(first(seen).result()).isEqualTo(ProbeResult.FAIL);
        assertThat(first(seen).reached()).isEqualTo(AssuranceLevel.CLAIMED);
        assertThat(first(seen).findings()).extracting("code").containsExactly("cannot-put", "cannot-list");
    }

    @Test
    void abandonedScratchObjectsAreRemovedAndNothingElse() throws InterruptedException {
        var old = NOW.minus(Duration.ofHours(2));
        objects.put(ABANDONED, new byte[] {1}, old);
        var kept = List.of(
                "tmp/_muster_probe_20260105T083000Z_0123456789ab",
                "tmp/_muster_probe_20260105T070000Z_0123456789abX",
                "tmp/_muster_probe_backup",
                "tmp/x_muster_probe_20260105T070000Z_0123456789ab");
        kept.forEach(key -> objects.put(key, new byte[] {1}, old));
        var young = "tmp/_muster_probe_20260105T060000Z_0123456789ab";
        objects.put(young, new byte[] {1}, NOW);

        var seen = connecting("allowed").probe(PROBE);

        assertThat(seen.getLast().attributes()).containsEntry("swept", ABANDONED);
        assertThat(objects.keys()).containsAll(kept).contains(young).doesNotContain(ABANDONED);
    }

    @Test
    void aStoreThatIsOutOfOrderForAWhileIsAskedAgain() throws InterruptedException {
        loopback.inject(Fault.status(503, 2));
        var connecting = connecting("allowed");

        var seen = connecting.probe(PROBE);

        assertThat(first(seen).result()).isEqualTo(ProbeResult.PASS);
        assertThat(connecting.time().pauses()).hasSize(2);
    }

    @Test
    void aStoreThatStaysOutOfOrderIsNotKnownAndTheObjectIsStillRemoved() throws InterruptedException {
        loopback.inject(Fault.status(500, 1_000).when(call -> !call.method().equals("DELETE")));

        var seen = connecting("allowed").probe(PROBE);

        assertThat(first(seen).result()).isEqualTo(ProbeResult.ERROR);
        assertThat(seen.getLast().result()).isEqualTo(ProbeResult.INCONCLUSIVE);
        assertThat(loopback.calls()).extracting(Call::method).contains("DELETE");
    }

    @Test
    void anObjectWhosePutWasLostIsRemoved() throws InterruptedException {
        loopback.inject(
                Fault.of(Fault.Kind.LOST, 1_000).when(call -> call.method().matches("PUT|POST")));

        connecting("allowed").probe(PROBE);

        assertThat(objects.keys()).isEmpty();
    }

    @Test
    void aCutOffAnswerIsAskedForAgain() throws InterruptedException {
        loopback.inject(
                Fault.of(Fault.Kind.TRUNCATED, 1).when(call -> call.method().equals("GET")));

        assertThat(first(connecting("allowed").probe(PROBE)).result()).isEqualTo(ProbeResult.PASS);
    }

    @Test
    void aListThatLagsBehindIsWaitedFor() throws InterruptedException {
        objects.lagging(3);

        assertThat(first(connecting("allowed").probe(PROBE)).result()).isEqualTo(ProbeResult.PASS);
    }

    @Test
    void aStoreThatGivesOtherBytesBackIsNotWhole() throws InterruptedException {
        loopback.inject(Fault.answered(Answer.of(200, "application/octet-stream", new byte[] {9}), 1)
                .when(call -> call.method().equals("GET")));

        assertThat(first(connecting("allowed").probe(PROBE)).findings())
                .extracting("code")
                .containsExactly("cannot-get");
    }

    private Fault forbidden(String method) {
        var answer = kind.equals("s3")
                ? S3Double.error(403, "AccessDenied")
                : Answer.json(403, "{\"error\": {\"message\": \"forbidden\"}}");
        return Fault.answered(answer, 1_000).when(call -> call.method().equals(method));
    }

    private static Observation first(List<Observation> seen) {
        return seen.getFirst();
    }

    private Connecting connecting(String writing) {
        return kind.equals("s3")
                ? new Connecting(
                        "kind: s3, region: eu-west-1, endpoint: \"" + loopback.address() + "\", writing: " + writing
                                + ", credential: {key-id: ID, secret-key: SECRET}",
                        "ID",
                        "AKIDEXAMPLE",
                        "SECRET",
                        "wJalrXUtnFEMI")
                : new Connecting(
                        "kind: gcs, endpoint: \"" + loopback.address() + "\", writing: " + writing
                                + ", credential: {env: TOKEN}",
                        "TOKEN",
                        TOKEN);
    }
}
