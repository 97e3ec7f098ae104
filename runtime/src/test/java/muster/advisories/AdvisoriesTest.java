package muster.advisories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import muster.plan.Parsed;
import muster.plan.Problem;
import muster.probes.packages.DeclaredPackage;
import muster.probes.packages.DeclaredPackage.Scope;
import muster.probes.packages.Ecosystem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Packages against records of vulnerabilities.
class AdvisoriesTest {
    private static final String RECORD = """
            {"id": "GHSA-1", "aliases": ["CVE-2024-1"], "summary": "reads past the end",
             "database_specific": {"severity": "HIGH"},
             "affected": [{
               "package": {"ecosystem": "%s", "name": "%s"},
               "ranges": [
                 {"type": "GIT", "events": [{"introduced": "0"}]},
                 {"type": "ECOSYSTEM", "events": %s}],
               "versions": [%s]}]}
            """;

    @TempDir
    Path folder;

    /// Each row a rule of the schema, or of an ecosystem's order of versions.
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PyPI | 1.9 | [{'introduced': '0'}, {'fixed': '1.10'}] | 1.10",
                "PyPI | 1.10 | [{'introduced': '0'}, {'fixed': '1.10'}] | none",
                "PyPI | 1.10rc1 | [{'introduced': '0'}, {'fixed': '1.10'}] | 1.10",
                "PyPI | 3.1 | [{'introduced': '1'}, {'fixed': '2'}, {'introduced': '3'}, {'fixed': '3.2'}] | 3.2",
                "PyPI | 2.5 | [{'introduced': '1'}, {'fixed': '2'}, {'introduced': '3'}, {'fixed': '3.2'}] | none",
                "PyPI | 1.5 | [{'fixed': '2'}, {'introduced': '1'}] | 2",
                "PyPI | 2.0 | [{'introduced': '0'}, {'last_affected': '2.0'}] | unfixed",
                "PyPI | 2.0.1 | [{'introduced': '0'}, {'last_affected': '2.0'}] | none",
                "PyPI | 0.1 | [{'introduced': '1'}] | none",
                "PyPI | 1!0.1 | [{'introduced': '2'}] | unfixed",
                "PyPI | what | [{'introduced': '1'}, {'fixed': '2'}] | none",
                "npm | 4.17.20 | [{'introduced': '0'}, {'fixed': '4.17.21'}] | 4.17.21",
                "npm | 2.0.0-rc.1 | [{'introduced': '1.0.0'}, {'fixed': '2.0.0'}] | 2.0.0",
                "npm | 2.0.0 | [{'introduced': '1.0.0'}, {'fixed': '2.0.0'}] | none",
                "crates.io | 1.4.0 | [{'introduced': '1.2.0'}, {'fixed': '1.10.0'}] | 1.10.0",
                "Maven | 2.17.0 | [{'introduced': '2.0-beta9'}, {'fixed': '2.17.1'}] | 2.17.1",
                "Maven | 2.0-alpha1 | [{'introduced': '2.0-beta9'}, {'fixed': '2.17.1'}] | none",
                "Debian:12 | 1:2.0-1~deb12u1 | [{'introduced': '0'}, {'fixed': '1:2.0-1'}] | 1:2.0-1",
                "Go | 1.0 | [{'introduced': '0'}] | none"
            })
    void aVersionIsVulnerableAsTheSchemaSays(String ecosystem, String version, String events, String expected)
            throws IOException {
        var record = RECORD.formatted(ecosystem, "thing", events.replace('\'', '"'), "");

        var found = found(record, pack(ecosystem(ecosystem), "thing", version));

        assertThat(found)
                .extracting(each -> each.fixed() == null ? "unfixed" : each.fixed())
                .isEqualTo(expected.equals("none") ? List.of() : List.of(expected));
    }

    @Test
    void aVersionThatIsNamedIsVulnerableWithoutARange() throws IOException {
        var record = RECORD.formatted("PyPI", "thing", "[]", "\"odd-1\"");

        assertThat(found(record, pack(Ecosystem.PIP, "thing", "odd-1"))).hasSize(1);
        assertThat(found(record, pack(Ecosystem.PIP, "thing", "odd-2"))).isEmpty();
    }

    @Test
    void namesAreComparedAsTheEcosystemDoes() throws IOException {
        var record = RECORD.formatted("PyPI", "Some.Thing", "[{\"introduced\": \"0\"}]", "");

        var found = found(record, pack(Ecosystem.PIP, "some_thing", "1"), pack(Ecosystem.NPM, "Some.Thing", "1"));

        assertThat(found)
                .extracting(Vulnerability::words)
                .containsExactly("some_thing 1 has GHSA-1 (CVE-2024-1): reads past the end; no version is known to be"
                        + " without it");
    }

    @Test
    void aWithdrawnRecordAndAPackageWithoutAVersionSayNothing() throws IOException {
        var record = RECORD.formatted("PyPI", "thing", "[{\"introduced\": \"0\"}]", "");
        var withdrawn = record.replaceFirst("\\{", "{\"withdrawn\": \"2024-01-01T00:00:00Z\", ");

        assertThat(found(withdrawn, pack(Ecosystem.PIP, "thing", "1"))).isEmpty();
        assertThat(found(record, pack(Ecosystem.PIP, "thing", null))).isEmpty();
    }

    @Test
    void foldersAndArchivesAreReadWholeAndARecordInBothCountsOnce() throws IOException {
        var record = RECORD.formatted("PyPI", "thing", "[{\"introduced\": \"0\"}]", "");
        Files.createDirectories(folder.resolve("records/deep"));
        Files.writeString(folder.resolve("records/deep/one.json"), record);
        Files.writeString(folder.resolve("records/two.json"), record.replace("GHSA-1", "GHSA-2"));
        Files.writeString(folder.resolve("records/README.md"), "no record");
        var archive = folder.resolve("all.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("GHSA-1.json"));
            zip.write(record.getBytes(StandardCharsets.UTF_8));
        }

        var found = new Advisories(List.of(folder.resolve("records"), archive))
                .in(List.of(pack(Ecosystem.PIP, "thing", "1")));

        assertThat(found)
                .isInstanceOfSatisfying(
                        Parsed.Ok.class,
                        ok -> assertThat((List<?>) ok.value()).extracting("id").containsExactly("GHSA-1", "GHSA-2"));
    }

    @Test
    void whatCannotBeReadIsToldWithItsPlaceAndNothingIsFound() throws IOException {
        Files.writeString(folder.resolve("a.json"), "{\"id\": \"GHSA-1\",\n  oops}");
        Files.writeString(folder.resolve("b.json"), "{\"name\": \"left-pad\"}");
        Files.writeString(folder.resolve("c.zip"), "no archive");

        var found = new Advisories(List.of(folder, folder.resolve("c.zip"), folder.resolve("missing")))
                .in(List.of(pack(Ecosystem.PIP, "thing", "1")));

        assertThat(found)
                .isInstanceOfSatisfying(
                        Parsed.Failed.class,
                        failed -> assertThat((List<?>) failed.problems())
                                .extracting(each -> ((Problem) each).toString().replace(folder + "/", ""))
                                .satisfiesExactly(
                                        text -> assertThat(text).startsWith("a.json:2:3: not JSON"),
                                        text -> assertThat(text).startsWith("b.json:1:1: no OSV record"),
                                        text -> assertThat(text).startsWith("c.zip:1:1: no ZIP archive"),
                                        text -> assertThat(text).startsWith("missing:1:1: there is no such file")));
    }

    private List<Vulnerability> found(String record, DeclaredPackage... packages) throws IOException {
        var file = Files.writeString(folder.resolve("record.json"), record);
        return switch (new Advisories(List.of(file)).in(List.of(packages))) {
            case Parsed.Ok<List<Vulnerability>>(var found) -> found;
            case Parsed.Failed<List<Vulnerability>>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private static Ecosystem ecosystem(String word) {
        return switch (word) {
            case "PyPI", "Go" -> Ecosystem.PIP;
            case "npm" -> Ecosystem.NPM;
            case "crates.io" -> Ecosystem.CARGO;
            case "Maven" -> Ecosystem.MAVEN;
            default -> Ecosystem.APT;
        };
    }

    private static DeclaredPackage pack(Ecosystem ecosystem, String name, @Nullable String version) {
        return new DeclaredPackage(ecosystem, name, "", version, Scope.DIRECT, "requirements.txt", 1);
    }
}
