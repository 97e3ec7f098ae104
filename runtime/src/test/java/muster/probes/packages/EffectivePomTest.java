package muster.probes.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.observation.Ground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Versions that a `pom.xml` leaves to its parents and imports.
class EffectivePomTest {
    @TempDir
    Path folder;

    @Test
    void versionsComeFromParentsAndTheirProperties() throws IOException {
        pom(
                "work/pom.xml",
                "g:root:1",
                "<packaging>pom</packaging><properties><lib>2.0</lib><lib.x>${lib}.1</lib.x></properties>"
                        + managed(dependency("o:lib", "${lib.x}"), dependency("o:other", "7")));
        pom("work/a/pom.xml", "g:a:", parent("g:root:1") + direct(dependency("o:lib", ""), dependency("o:other", "")));
        pom(
                "work/a/b/pom.xml",
                "g:b:",
                parent("g:a:1") + "<properties><lib>3.0</lib></properties>"
                        + direct(dependency("o:lib", ""), dependency("o:own", "${project.version}")));

        assertThat(versions()).containsExactly("o:lib 3.0.1", "o:own 1", "o:lib 2.0.1", "o:other 7");
    }

    @Test
    void theNearestManagementCountsAndImportsComeLast() throws IOException {
        pom(
                "work/bom/pom.xml",
                "g:bom:5",
                managed(dependency("o:lib", "1"), dependency("o:only", "${project.version}")));
        pom("work/bom2/pom.xml", "g:bom2:5", managed(dependency("o:lib", "0"), dependency("o:second", "9")));
        pom("work/pom.xml", "g:root:1", managed(dependency("o:lib", "2"), imported("g:bom:5"), imported("g:bom2:5")));
        pom(
                "work/a/pom.xml",
                "g:a:",
                parent("g:root:1")
                        + managed(dependency("o:near", "3"))
                        + direct(
                                dependency("o:lib", ""),
                                dependency("o:only", ""),
                                dependency("o:second", ""),
                                dependency("o:near", "")));

        assertThat(versions()).containsExactly("o:lib 2", "o:only 5", "o:second 9", "o:near 3");
    }

    @Test
    void parentsAndImportsAreFoundInTheLocalRepository() throws IOException {
        pom("m2/g/far/1/far-1.pom", "g:far:1", managed(imported("g:bom:2")) + direct(dependency("o:inherited", "4")));
        pom("m2/g/bom/2/bom-2.pom", "g:bom:2", managed(dependency("o:lib", "6")));
        pom("work/pom.xml", "g:a:1", parent("g:far:1") + direct(dependency("o:lib", "")));

        assertThat(versions()).containsExactly("o:lib 6", "o:inherited 4");
    }

    @Test
    void whatIsNotHereIsUnresolvedAndNeverAnyVersion() throws IOException {
        pom(
                "work/pom.xml",
                "g:a:1",
                parent("g:gone:1")
                        + managed(imported("g:bom:2"))
                        + direct(dependency("o:lib", ""), dependency("o:x", "${x}"), dependency("o:y", "1")));

        assertThat(versions())
                .containsExactly(
                        "o:lib unresolved: not here are import g:bom:2, parent g:gone:1",
                        "o:x unresolved ${x}: not here are import g:bom:2, parent g:gone:1",
                        "o:y 1");
        assertThat(Manifests.of(ground(), folder.resolve("m2")).naming(Ecosystem.MAVEN, "o:lib"))
                .allMatch(one -> !one.isResolved() && one.version() == null);
    }

    @Test
    void circlesAndPathsThatLeadOutEnd() throws IOException {
        pom("secret/pom.xml", "g:out:1", managed(dependency("o:lib", "666")));
        pom(
                "work/a/pom.xml",
                "g:a:1",
                parent("g:b:1") + "<properties><p>${q}</p><q>${p}</q></properties>" + managed(imported("g:b:1"))
                        + direct(dependency("o:lib", "${p}")));
        pom("work/b/pom.xml", "g:b:1", parent("g:a:1") + managed(imported("g:a:1")));
        pom(
                "work/pom.xml",
                "g:c:1",
                "<parent><groupId>g</groupId><artifactId>out</artifactId><version>1</version>"
                        + "<relativePath>../secret/pom.xml</relativePath></parent>" + direct(dependency("o:lib", "")));
        pom("work/d/pom.xml", "g:d:1", parent("../../secret:out:..") + direct(dependency("o:z", "")));

        assertThat(versions()).hasSize(3).allMatch(version -> version.contains("unresolved"));
    }

    private List<String> versions() {
        return Manifests.of(ground(), folder.resolve("m2")).packages().stream()
                .map(one -> one.name() + " " + one.range())
                .toList();
    }

    private Ground ground() {
        try {
            return new Ground(folder.resolve("work").toRealPath());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String dependency(String name, String version) {
        return "<dependency>" + coordinates(name + ":" + version) + "</dependency>";
    }

    private static String imported(String coordinates) {
        return "<dependency>" + coordinates(coordinates) + "<type>pom</type><scope>import</scope></dependency>";
    }

    private static String parent(String coordinates) {
        return "<parent>" + coordinates(coordinates) + "</parent>";
    }

    private static String managed(String... dependencies) {
        return "<dependencyManagement>" + direct(dependencies) + "</dependencyManagement>";
    }

    private static String direct(String... dependencies) {
        return "<dependencies>" + String.join("", dependencies) + "</dependencies>";
    }

    private static String coordinates(String written) {
        var parts = written.split(":", -1);
        return "<groupId>" + parts[0] + "</groupId><artifactId>" + parts[1] + "</artifactId>"
                + (parts[2].isEmpty() ? "" : "<version>" + parts[2] + "</version>");
    }

    private void pom(String path, String coordinates, String content) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "<project>" + coordinates(coordinates) + content + "</project>");
    }
}
