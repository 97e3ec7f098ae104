package muster.clouds;

import static muster.clouds.Connecting.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import muster.audit.ProbeResult;
import muster.clouds.doubles.Answer;
import muster.clouds.doubles.Fault;
import muster.clouds.doubles.GithubDouble;
import muster.clouds.doubles.GoogleDouble;
import muster.clouds.doubles.Loopback;
import muster.clouds.doubles.S3Double;
import muster.clouds.doubles.StoredObjects;
import muster.observation.Observation;
import muster.observation.Redaction;
import muster.plan.CloudProbe;
import muster.plan.Matcher;
import muster.plan.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {
    private static final String TOKEN = "operators-own-token-that-has-no-known-shape";
    private static final Matcher A_WEEK = new Matcher.AtLeast(BigDecimal.valueOf(7));

    private final GithubDouble github = new GithubDouble(TOKEN);
    private final GoogleDouble google = new GoogleDouble(TOKEN);

    @Test
    void aValidCredentialTellsItsHolderAndDays() throws InterruptedException {
        github.expiring("2026-01-20 09:00:00 UTC");

        var seen = onGithub(new CloudProbe.Credential("it", A_WEEK));

        assertThat(seen.result()).isEqualTo(ProbeResult.PASS);
        assertThat(seen.attributes()).containsEntry("holder", "auditor").containsEntry("days", "15.00");
    }

    @Test
    void aCredentialThatExpiresTooSoonIsADefect() throws InterruptedException {
        github.expiring("2026-01-08 09:00:00 +0000");

        assertThat(onGithub(new CloudProbe.Credential("it", A_WEEK)).findings())
                .extracting("code")
                .containsExactly("credential-expires");
    }

    @Test
    void aCredentialOfUnknownExpiryIsInconclusiveOnlyIfDaysAreAskedFor() throws InterruptedException {
        assertThat(onGithub(new CloudProbe.Credential("it", null)).result()).isEqualTo(ProbeResult.PASS);
        assertThat(onGithub(new CloudProbe.Credential("it", A_WEEK)).result()).isEqualTo(ProbeResult.INCONCLUSIVE);
    }

    @Test
    void aTokenOfAnAppIsKnownByItsRateLimit() throws InterruptedException {
        try (var loopback = new Loopback(github)) {
            loopback.inject(
                    Fault.answered(Answer.json(403, "{\"message\": \"Resource not accessible by integration\"}"), 1));

            var seen = one(loopback, "github, project: acme/lake", TOKEN, new CloudProbe.Credential("it", null));

            assertThat(seen.result()).isEqualTo(ProbeResult.PASS);
            assertThat(seen.attributes()).containsEntry("holder", "an app");
        }
    }

    @Test
    void googleIsAskedByIntrospection() throws InterruptedException {
        google.expiring(NOW.plus(Duration.ofHours(1)).getEpochSecond());

        var seen = onGoogle(new CloudProbe.Credential("it", null));

        assertThat(seen.result()).isEqualTo(ProbeResult.PASS);
        assertThat(seen.attributes())
                .containsEntry("holder", "auditor@acme.example")
                .containsEntry("days", "0.04");
    }

    @Test
    void awsIsAskedWhoseTheKeyIs() throws InterruptedException {
        try (var loopback = new Loopback(new S3Double(new StoredObjects(NOW), "lake", "AKIDEXAMPLE"))) {
            var seen =
                    aws(loopback).probe(new CloudProbe.Credential("it", null)).getFirst();

            assertThat(seen.result()).isEqualTo(ProbeResult.PASS);
            assertThat(seen.attributes()).containsEntry("holder", "arn:aws:iam::123456789012:user/auditor");
            loopback.inject(Fault.answered(S3Double.refusal(403, "InvalidClientTokenId"), 9));
            assertThat(aws(loopback)
                            .probe(new CloudProbe.Credential("it", null))
                            .getFirst()
                            .findings())
                    .extracting("code")
                    .containsExactly("credential-rejected");
            assertThat(loopback.complaints()).isEmpty();
        }
    }

    @Test
    void aWrongCredentialIsRejectedAndAMissingOneMissing() throws InterruptedException {
        try (var loopback = new Loopback(github)) {
            var wrong =
                    one(loopback, "github, project: acme/lake", "wrong-token", new CloudProbe.Credential("it", null));
            assertThat(wrong.findings()).extracting("code").containsExactly("credential-rejected");

            var missing = one(loopback, "github, project: acme/lake", "", new CloudProbe.Credential("it", null));
            assertThat(missing.findings()).extracting("code").containsExactly("credential-missing");

            var other = one(loopback, "github, project: acme/lake", "", new CloudProbe.Quota("it", "core", A_WEEK));
            assertThat(other.result()).isEqualTo(ProbeResult.NOT_RUN);
        }
        try (var loopback = new Loopback(google)) {
            var wrong =
                    one(loopback, "google-cloud, project: acme", "wrong-token", new CloudProbe.Credential("it", null));
            assertThat(wrong.findings()).extracting("code").containsExactly("credential-rejected");
            assertThat(wrong.toString()).doesNotContain("wrong-token");
        }
    }

    @Test
    void noObservationHoldsTheCredentialEvenIfTheServiceEchoesIt(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        try (var loopback = new Loopback(github)) {
            loopback.inject(Fault.answered(Answer.json(400, "{\"message\": \"bad token " + TOKEN + "\"}"), 9));
            var connecting = new Connecting("kind: github, project: acme/lake, endpoint: \"" + loopback.address()
                    + "\", credential: {file: \"" + file + "\"}");

            var seen = connecting.probe(new CloudProbe.Credential("it", null)).getFirst();
            var redaction = Redaction.of(connecting.connected().secrets());

            assertThat(seen.summary()).contains(TOKEN);
            assertThat(redaction.redact(seen.summary())).doesNotContain(TOKEN);
            assertThat(connecting.connected().toString()).doesNotContain(TOKEN);
        }
    }

    @Test
    void aServiceAccountsKeyIsSecretWholeAndByLine(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("key.json"), """
                {"type": "service_account", "client_email": "a@acme.example", "private_key_id": "1",
                 "private_key": "-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBg\\n-----END PRIVATE KEY-----\\n"}
                """);
        var connecting = new Connecting("kind: gcs, credential: {file: \"" + file + "\"}");

        assertThat(new TreeSet<>(connecting.connected().secrets())).contains("MIIEvQIBADANBg");
        assertThat(connecting
                        .probe(new CloudProbe.Credential("it", null))
                        .getFirst()
                        .findings())
                .extracting("code")
                .containsExactly("credential-rejected");
    }

    @Test
    void permissionsAreGrantedOrNamed() throws InterruptedException {
        var all = List.of("bigquery.jobs.create");
        var some = List.of("storage.objects.get", "storage.objects.delete");

        assertThat(onGoogle(new CloudProbe.Permission("it", "projects/acme", all))
                        .result())
                .isEqualTo(ProbeResult.PASS);
        var seen = onGoogle(new CloudProbe.Permission("it", "buckets/lake", some));
        assertThat(seen.result()).isEqualTo(ProbeResult.FAIL);
        assertThat(seen.attributes()).containsEntry("missing", "storage.objects.delete");
        assertThat(onGithub(new CloudProbe.Permission("it", "acme/lake", List.of("push", "admin")))
                        .attributes())
                .containsEntry("granted", "push")
                .containsEntry("missing", "admin");
    }

    @Test
    void permissionsOnABucketOfS3AreObserved() throws InterruptedException {
        try (var loopback = new Loopback(new S3Double(new StoredObjects(NOW), "lake", "AKIDEXAMPLE"))) {
            loopback.inject(Fault.answered(S3Double.error(403, "AccessDenied"), 9)
                    .when(call -> call.method().equals("DELETE")));

            var seen = aws(loopback)
                    .probe(new CloudProbe.Permission("it", "lake", List.of("s3:PutObject", "s3:DeleteObject")))
                    .getFirst();

            assertThat(seen.summary()).isEqualTo("not granted: s3:DeleteObject");
        }
    }

    @Test
    void aQuotaIsHeldAgainstWhatIsLeft() throws InterruptedException {
        var cpus = "compute.googleapis.com/CPUS-per-region";
        assertThat(onGithub(new CloudProbe.Quota("it", "core", A_WEEK)).attributes())
                .containsEntry("left", "4200");
        assertThat(onGoogle(new CloudProbe.Quota("it", cpus, A_WEEK)).attributes())
                .containsEntry("limit", "72")
                .containsEntry("left", "42");

        var scarce = onGoogle(new CloudProbe.Quota("it", cpus, new Matcher.AtLeast(BigDecimal.valueOf(50))));
        assertThat(scarce.findings()).extracting("code").containsExactly("quota-used-up");

        google.used("");
        assertThat(onGoogle(new CloudProbe.Quota("it", cpus, A_WEEK)).result()).isEqualTo(ProbeResult.INCONCLUSIVE);
    }

    @Test
    void aBudgetWithoutAThresholdAlertsNobody() throws InterruptedException {
        var any = new CloudProbe.CostMonitor("it", "0A-1B", null);
        assertThat(onGoogle(any).findings()).extracting("code").containsExactly("no-budget");

        google.budget("silent", 10, 0).budget("mute", 10, 0);
        assertThat(onGoogle(any).findings()).extracting("code").containsExactly("no-alert");

        google.budget("monthly", 500, 2);
        assertThat(onGoogle(any).attributes())
                .containsEntry("budget", "monthly")
                .containsEntry("budgets", "3");
        var small = new CloudProbe.CostMonitor("it", "0A-1B", new Money(BigDecimal.valueOf(100), "USD"));
        assertThat(onGoogle(small).findings()).extracting("code").containsExactly("budget-too-large");
    }

    private Observation onGithub(CloudProbe probe) throws InterruptedException {
        return seen(github, "github, project: acme/lake", probe);
    }

    private Observation onGoogle(CloudProbe probe) throws InterruptedException {
        return seen(google, "google-cloud, project: acme", probe);
    }

    private static Observation seen(Loopback.Api api, String kind, CloudProbe probe) throws InterruptedException {
        try (var loopback = new Loopback(api)) {
            var seen = one(loopback, kind, TOKEN, probe);
            assertThat(loopback.complaints()).isEmpty();
            return seen;
        }
    }

    private static Observation one(Loopback loopback, String kind, String token, CloudProbe probe)
            throws InterruptedException {
        return new Connecting(
                        "kind: " + kind + ", endpoint: \"" + loopback.address() + "\", credential: {env: TOKEN}",
                        "TOKEN",
                        token)
                .probe(probe)
                .getFirst();
    }

    private static Connecting aws(Loopback loopback) {
        return new Connecting(
                "kind: s3, region: eu-west-1, writing: allowed, endpoint: \"" + loopback.address()
                        + "\", credential: {key-id: ID, secret-key: SECRET}",
                "ID",
                "AKIDEXAMPLE",
                "SECRET",
                "wJalrXUtnFEMI");
    }
}
