package muster.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import muster.json.EvidenceJson;
import muster.observation.Observation;
import muster.observation.Recorder;
import muster.observation.Redaction;
import muster.plan.AssuranceLevel;
import muster.plan.Language;
import muster.plan.Probe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    /// Put together here so that no scanner takes this file for a leak. The first two are AWS's documented examples.
    private static final List<String> SECRETS = List.of(
            "AKIA" + "IOSFODNN7EXAMPLE",
            "wJalrXUtnFEMI/K7MDENG/" + "bPxRfiCYEXAMPLEKEY",
            "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8",
            "xoxb-" + "123456789012-abcdefABCDEF",
            "AIza" + "SyA1234567890abcdefghijklmnopqrstuv",
            "eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N",
            "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC",
            "tr0ub4dor");

    @TempDir
    Path folder;

    private final Redaction redaction = Redaction.of(List.of("correct horse"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=tr0ub4dor",
                "DB_PASSWORD: 'tr0ub4dor'",
                "{\"client_secret\": \"tr0ub4dor\"}",
                "postgres://app:tr0ub4dor@host/db",
                "https://tr0ub4dor@host/x",
                "postgres://app:p@tr0ub4dor@host/db",
                "--api-key tr0ub4dor",
                "Authorization: Bearer tr0ub4dor",
                "export AWS_SECRET_ACCESS_KEY=tr0ub4dor"
            })
    void theValueOfASecretNameGoes(String text) {
        assertThat(redaction.redact(text)).doesNotContain("tr0ub4dor").contains("[redacted]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Token tr0ub4dor",
                "{\"Authorization\":\"Basic tr0ub4dor\"}",
                "Cookie: sid=tr0ub4dor; b=1",
                "Set-Cookie: session=tr0ub4dor; Path=/",
                "bearer tr0ub4dor",
                "[\"--password\", \"tr0ub4dor\"]",
                "\"--password\" tr0ub4dor",
                "ssh://me:tr0ub4dor@host",
                "max_token: tr0ub4dor",
                "tokens: tr0ub4dor",
                "password-env: tr0ub4dor",
                "token_file: tr0ub4dor",
                "password: true-tr0ub4dor",
                "passwd: tr0ub4dor",
                "secret/data/db-password: tr0ub4dor",
                "password: Permission-tr0ub4dor",
                "token: ${tr0ub4dor}",
                "password: ${{tr0ub4dor",
                "sk-or-v1-tr0ub4dor0123456789abcdef0123456789",
                "sk_tr0ub4dor0123456789ab",
                "sk-svcacct-tr0ub4dor_ABCD-efgh_1234",
                "pk_live_tr0ub4dorABCDEFGHIJKL"
            })
    void whatOnlyLooksLikeNoSecretGoes(String text) {
        assertThat(redaction.redact(text)).doesNotContain("tr0ub4dor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat: /etc/passwd: Permission denied",
                "stat: cannot stat '/etc/passwd': No such file or directory",
                "passwd:         files systemd",
                "max_tokens: 4096",
                "prompt_tokens=1200, completion_tokens=30, token_count = 5",
                "tokenizer = bert; secretary: Jane",
                "password: ${DB_PASSWORD}",
                "token: ${{ secrets.GITHUB_TOKEN }}",
                "shop?password-env=SHOP_PASSWORD",
                "--password-file /run/secrets/db",
                "secret: true, password: required",
                "basic functionality; Basic authentication; the bearer understands",
                "per-token cost of next-token prediction in multi-secret setups",
                "--token, --region",
                "PRIMARY KEY pk_orders_customer_id_created_at",
                "sk_dim_customer_history_2024_archive",
                "src/main/java/muster/cli/Utf8NameTest.java",
                "app/src/test/java/muster/cli/HandOffTest2",
                "ssh://git@github.com/a/b.git",
                "ssh://deploy@web1:22",
                "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "cookies: three kinds; Cookie: see the notes",
                "scripts/rotate_api_keys.py"
            })
    void whatOnlyLooksLikeASecretStays(String text) {
        assertThat(redaction.redact(text)).isEqualTo(text);
    }

    @Test
    void ordinaryTextStays() {
        var text =
                "5,817 tables in bqx_ml_v3_features_v2; see scripts/generate_comprehensive_feature_catalogue.py, commit"
                        + " da39a3ee5e6b4b0d3255bfef95601890afd80709 and https://example.org/a@b?x=1";

        assertThat(redaction.redact(text)).isEqualTo(text);
    }

    @Test
    void aKnownSecretGoesInEveryEncoding() {
        var encoded = Base64.getEncoder().encodeToString("correct horse".getBytes(StandardCharsets.UTF_8));

        assertThat(redaction.redact("a correct horse, correct+horse, " + encoded))
                .isEqualTo("a [redacted], [redacted], [redacted]");
    }

    @Test
    void theValueAfterASecretOptionGoes() {
        assertThat(redaction.redact(List.of("login", "--token", "tr0ub4dor", "--region", "eu")))
                .containsExactly("login", "--token", "[redacted]", "--region", "eu");
    }

    @Test
    @Timeout(20)
    void hostileTextDoesNotHoldItUp() {
        assertThat(redaction.redact("a".repeat(1 << 20))).hasSize(Redaction.SEARCHED);
        assertThat(redaction.redact("password".repeat(8_000)).length()).isPositive();
        assertThat(redaction.redact("sk-".repeat(20_000)).length()).isPositive();
    }

    @Test
    void seededSecretsAreInNoEvidence() {
        assumeThat(Path.of("/usr/bin/bwrap")).exists();
        var leaks =
                "AWS key " + SECRETS.get(0) + " and " + SECRETS.get(1) + "\\n" + SECRETS.get(2) + " " + SECRETS.get(3)
                        + "\\n" + SECRETS.get(4) + "\\nAuthorization: Bearer " + SECRETS.get(5)
                        + "\\n-----BEGIN PRIVATE KEY-----\\n" + SECRETS.get(6) + "\\n-----END PRIVATE KEY-----\\n"
                        + "postgres://app:" + SECRETS.get(7) + "@host/db";
        var yard = Yard.in(folder)
                .put(
                        "scripts/leaks.py",
                        "\"\"\"Connects with password=%s.\"\"\"\nimport argparse\nprint('%s')\n"
                                        .formatted(SECRETS.get(7), leaks)
                                + "p = argparse.ArgumentParser()\np.parse_args()\n"
                                + "A = 'SELECT x FROM \"%s\"'\n".formatted(SECRETS.get(2)));
        var probes = new Probes(yard.workspace().hiding(Set.of("handed in")));

        var written = List.of(
                        new Probe.Script("scripts/leaks.py", Language.PYTHON),
                        new Probe.Command(
                                List.of("/bin/echo", "--password", SECRETS.get(7), "handed in", SECRETS.get(2)),
                                0,
                                null),
                        new Probe.Remote("db", "postgres://app:" + SECRETS.get(7) + "@host/db"))
                .stream()
                .flatMap(probe -> probes.probe(Yard.expecting(probe, AssuranceLevel.ANSWERS_HELP), Yard.NOW).stream())
                .map(EvidenceJson::write)
                .toList();

        assertThat(written).hasSizeGreaterThanOrEqualTo(3).anyMatch(text -> text.contains("AWS key [redacted]"));
        assertThat(written).allSatisfy(text -> assertThat(SECRETS).noneMatch(text::contains));
        assertThat(written).noneMatch(text -> text.contains("handed in"));
    }

    @Test
    void outputIsCutAfterTheSecretsAreOut() {
        var recorder = new Recorder(redaction, "host");
        var seen = Observation.pass("file", "x", AssuranceLevel.EXISTS, "x")
                .printing("x".repeat(3_980) + " password=" + "tr0ub4dor".repeat(10));

        var evidence = recorder.record(Yard.expecting(new Probe.FileThere("x"), AssuranceLevel.EXISTS), Yard.NOW, seen);

        assertThat(evidence.output()).hasSizeLessThanOrEqualTo(4_000).doesNotContain("tr0ub");
        assertThat(EvidenceJson.isIntact(evidence)).isTrue();
        assertThat(evidence.expires()).isEqualTo(Yard.NOW.plus(Duration.ofHours(24)));
    }
}
