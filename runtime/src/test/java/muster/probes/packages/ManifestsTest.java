package muster.probes.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import muster.observation.Ground;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestsTest {

    @TempDir
    private Path folder;

    private void put(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> shown() throws IOException {
        return Manifests.of(new Ground(folder.toRealPath())).packages().stream()
                .map(one -> one.ecosystem().word() + " " + one.name() + " [" + one.range() + "] " + one.locked() + " "
                        + one.scope() + " " + one.place())
                .toList();
    }

    @Test
    void requirementsFilesAreReadWithoutOptionsAndComments() throws IOException {
        put("requirements-dev.txt", """
                # tools
                -r other.txt
                requests[security]>=2.0, \\
                    <3  # why
                Flask==2.0.1 --hash=sha256:abc
                pytest ; python_version >= "3.8"
                not a requirement at all!
                """);

        assertThat(shown())
                .containsExactly(
                        "pip requests [>=2.0, <3] null DIRECT requirements-dev.txt:3",
                        "pip Flask [==2.0.1] null DIRECT requirements-dev.txt:5",
                        "pip pytest [] null DIRECT requirements-dev.txt:6");
    }

    @Test
    void aProjectFileIsReadWithTheLockFileThatHoldsForIt() throws IOException {
        put("pyproject.toml", """
                [project]
                dependencies = ["httpx >=0.20"]
                [project.optional-dependencies]
                dev = ["ruff"]
                [tool.poetry.dependencies]
                python = "^3.10"
                attrs = "^22.1"
                rich = {version = "~13.2", optional = true}
                """);
        put("poetry.lock", """
                [[package]]
                name = "attrs"
                version = "22.2.0"

                [[package]]
                name = "idna"
                version = "3.4"
                """);

        assertThat(shown())
                .containsExactly(
                        "pip idna [] 3.4 TRANSITIVE poetry.lock:6",
                        "pip httpx [>=0.20] null DIRECT pyproject.toml:2",
                        "pip ruff [] null DIRECT pyproject.toml:4",
                        "pip attrs [>=22.1,<23] 22.2.0 DIRECT pyproject.toml:7",
                        "pip rich [>=13.2,<13.3] null DIRECT pyproject.toml:8");
    }

    @Test
    void otherEcosystemsAreRead() throws IOException {
        put("setup.cfg", "[options]\ninstall_requires =\n    numpy>=1\n    pandas\n[other]\nx = y\n");
        put(
                "web/package.json",
                "{\n \"dependencies\": {\"left-pad\": \"^1.2\"},\n \"devDependencies\": {\"@a/b\": \"2\"}}");
        put("web/package-lock.json", """
                {"packages": {"": {"version": "1.0.0"},
                  "node_modules/left-pad": {"version": "1.3.0"},
                  "node_modules/x/node_modules/@c/d": {"version": "4.0.0"}}}""");
        put("Cargo.toml", "[dependencies]\nserde = \"1\"\nrand = { version = \"0.8\", features = [\"x\"] }\n");
        put("Cargo.lock", "[[package]]\nname = \"serde\"\nversion = \"1.0.5\"\n");
        put("Pipfile.lock", "{\"default\": {\"six\": {\"version\": \"==1.16.0\"}}}");
        put("pom.xml", """
                <project><properties><v>1.5</v></properties><dependencies>
                <dependency><groupId>g</groupId><artifactId>a</artifactId><version>${v}</version></dependency>
                </dependencies></project>""");

        assertThat(shown())
                .containsExactly(
                        "cargo serde [1] 1.0.5 DIRECT Cargo.toml:2",
                        "cargo rand [0.8] null DIRECT Cargo.toml:3",
                        "pip six [] 1.16.0 TRANSITIVE Pipfile.lock:1",
                        "maven g:a [1.5] null DIRECT pom.xml:2",
                        "pip numpy [>=1] null DIRECT setup.cfg:3",
                        "pip pandas [] null DIRECT setup.cfg:4",
                        "npm @c/d [] 4.0.0 TRANSITIVE web/package-lock.json:3",
                        "npm left-pad [^1.2] 1.3.0 DIRECT web/package.json:2",
                        "npm @a/b [2] null DIRECT web/package.json:3");
    }

    @Test
    void whatADockerfileInstallsIsReadFromItsCommands() throws IOException {
        put("Dockerfile", """
                FROM python:3.11
                RUN apt-get update && apt-get install -y --no-install-recommends \\
                    curl=7.88.1-10 \\
                    # a comment
                    git && rm -rf /var/lib/apt
                RUN pip install --no-cache-dir -r requirements.txt "flask>=2" gunicorn==20.1.0
                RUN npm install -g left-pad@1.3.0
                COPY install me
                """);

        assertThat(shown())
                .containsExactly(
                        "apt curl [= 7.88.1-10] null CONTAINER Dockerfile:3",
                        "apt git [] null CONTAINER Dockerfile:5",
                        "pip flask [>=2] null CONTAINER Dockerfile:6",
                        "pip gunicorn [==20.1.0] null CONTAINER Dockerfile:6",
                        "npm left-pad [1.3.0] null CONTAINER Dockerfile:7");
    }

    @Test
    void aPackageHasAUrlWithTheOneVersionThatIsMeant() throws IOException {
        put("requirements.txt", "Ruamel_Yaml==1.0\nflask>=2\n");
        put("package.json", "{\"dependencies\": {\"@types/node\": \"1.2.3\"}}");
        put("pom.xml", """
                <project><dependencies><dependency><groupId>g.h</groupId><artifactId>a</artifactId>
                <version>[1,2)</version></dependency></dependencies></project>""");

        assertThat(Manifests.of(new Ground(folder.toRealPath())).packages())
                .extracting(DeclaredPackage::purl)
                .containsExactly(
                        "pkg:npm/%40types/node@1.2.3", "pkg:maven/g.h/a", "pkg:pypi/ruamel-yaml@1.0", "pkg:pypi/flask");
    }

    @Test
    void hostileManifestsNameNothingAndEndAtOnce() throws IOException {
        put("a/pom.xml", """
                <!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]>
                <project><dependencies><dependency><groupId>&a;</groupId></dependency></dependencies></project>""");
        put("b/pom.xml", "<a>".repeat(100_000));
        put("c/package.json", "[".repeat(1_000_000));
        put("d/pyproject.toml", "a = " + "[".repeat(100_000));
        put("e/requirements.txt", "a" + "-".repeat(1_000_000) + "\n" + "\\\n".repeat(10_000));
        put("f/Cargo.toml", "[" + "a.".repeat(50_000) + "a]\n");

        var found = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), this::shown);

        assertThat(found).isEmpty();
    }
}
