package muster.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import muster.plan.Parsed;
import muster.plan.Problem;
import muster.yaml.ServiceSpec.CredentialSource;
import muster.yaml.ServiceSpec.Kind;
import muster.yaml.ServiceSpec.Writing;
import org.junit.jupiter.api.Test;

class ServicesReaderTest {

    @Test
    void servicesAreReadWithTheirCredentialsNames() {
        var services = read("""
                services:
                  lake: {kind: s3, region: eu-west-1, writing: allowed, credential: {key-id: ID, secret-key: KEY}}
                  ci: {kind: github, project: acme/lake, credential: {env: GITHUB_TOKEN}}
                  warehouse: {kind: bigquery, project: acme, dataset: raw, credential: {file: /etc/key.json}}
                """);

        assertThat(services.get("lake").writing()).isEqualTo(Writing.ALLOWED);
        assertThat(services.get("lake").credential()).isEqualTo(new CredentialSource.KeyPair("ID", "KEY", null));
        assertThat(services.get("ci").writing()).isEqualTo(Writing.REFUSED);
        assertThat(services.get("ci").credential()).isEqualTo(new CredentialSource.Variable("GITHUB_TOKEN"));
        assertThat(services.get("warehouse").kind()).isEqualTo(Kind.BIGQUERY);
        assertThat(services.get("warehouse").at()).hasToString("services.yaml:4:14");
    }

    @Test
    void everyMistakeIsToldWithItsPlace() {
        assertThat(problems("""
                        services:
                          lake: {kind: s4, region: eu-west-1}
                          run: {kind: cloud-run, project: acme}
                          ci: {kind: github, project: acme/lake, credential: {token: x}}
                          store: {kind: gcs, write: yes}
                        """))
                .extracting(problem -> problem.at() + ": " + problem.message())
                .containsExactly(
                        "services.yaml:2:16: kind must be one of s3, gcs, bigquery, cloud-run, github, google-cloud, got 's4'",
                        "services.yaml:3:8: a service of kind cloud-run needs the key 'region'",
                        "services.yaml:4:54: credential needs one of the keys env, file, key-id",
                        "services.yaml:4:55: unknown key 'token' in credential",
                        "services.yaml:5:22: unknown key 'write' in service");
    }

    @Test
    void aFileThatIsNotThereIsAMistakeToo() {
        assertThat(ServicesReader.read(Path.of("no-such-services.yaml"))).isInstanceOf(Parsed.Failed.class);
    }

    private static SortedMap<String, ServiceSpec> read(String yaml) {
        return switch (parsed(yaml)) {
            case Parsed.Ok<SortedMap<String, ServiceSpec>> ok -> ok.value();
            case Parsed.Failed<SortedMap<String, ServiceSpec>> failed ->
                throw new AssertionError(failed.problems().toString());
        };
    }

    private static List<Problem> problems(String yaml) {
        return parsed(yaml) instanceof Parsed.Failed<SortedMap<String, ServiceSpec>> failed
                ? failed.problems()
                : List.of();
    }

    private static Parsed<SortedMap<String, ServiceSpec>> parsed(String yaml) {
        return ServicesReader.read("services.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}
