package muster.probes.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.observation.Ground;
import muster.observation.Looked;
import muster.observation.Observation;
import muster.sandbox.Launch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Which versions of a package this machine has.
///
/// @param home the folder of the user, in which Cargo and Maven keep what they have fetched
public record InstalledVersions(Ground ground, InstalledPackages python, Launcher launcher, Path home) {
    private static final Duration WALL = Duration.ofSeconds(10);
    private static final Pattern NPM_NAME = Pattern.compile("(?:@[\\w.-]+/)?[\\w-][\\w.-]*");
    private static final Pattern CRATE_NAME = Pattern.compile("[A-Za-z][\\w-]*");
    private static final Pattern MAVEN_NAME = Pattern.compile("[\\w-][\\w.-]*:[\\w-][\\w.-]*");

    /// What was found out.
    sealed interface Answer {
        /// @param versions none if it is not installed; several if a cache keeps several
        record Known(List<String> versions) implements Answer {
            public Known {
                versions = List.copyOf(versions);
            }
        }

        /// Nobody could be asked.
        record Unknown(Observation seen) implements Answer {}
    }

    Answer of(Ecosystem ecosystem, String name) throws InterruptedException {
        return switch (ecosystem) {
            case PIP -> pip(name);
            case APT -> DpkgQuery.isName(name) ? apt(name) : noName(name);
            case NPM -> named(NPM_NAME, name) ? npm(name) : noName(name);
            case CARGO -> named(CRATE_NAME, name) ? cargo(name) : noName(name);
            case MAVEN -> named(MAVEN_NAME, name) ? maven(name) : noName(name);
        };
    }

    private static boolean named(Pattern shape, String name) {
        return shape.matcher(name).matches();
    }

    private static Answer noName(String name) {
        return new Answer.Unknown(
                Observation.error("package", name, "no package of this ecosystem can have this name"));
    }

    private static Answer known(@Nullable String version) {
        return new Answer.Known(version == null ? List.of() : List.of(version));
    }

    private Answer pip(String name) throws InterruptedException {
        var why = python.whyUnknown();
        return why.isEmpty()
                ? known(python.version(name))
                : new Answer.Unknown(
                        Observation.error("package", name, "the interpreter does not list its packages: " + why));
    }

    private Answer apt(String name) throws InterruptedException {
        var argv = DpkgQuery.of("/usr/bin/dpkg-query", name);
        return switch (launcher.run(Launch.of(argv, ground.root(), WALL))) {
            case Launched.Ended ended -> new Answer.Known(DpkgQuery.versions(ended.stdout()));
            case Launched.Overran _ ->
                new Answer.Unknown(Observation.error("package", name, "dpkg-query did not come back"));
            case Launched.NotStarted(String why) -> new Answer.Unknown(Observation.notRun("package", name, why));
        };
    }

    private Answer npm(String name) {
        if (!(ground.look("node_modules/" + name + "/package.json") instanceof Looked.Found found)) {
            return known(null);
        }
        try {
            return known(
                    JsonMapper.shared().readTree(found.text()).path("version").asString(null));
        } catch (JacksonException e) {
            return new Answer.Unknown(Observation.error("package", name, "its package.json is no JSON"));
        }
    }

    /// Cargo keeps `NAME-VERSION.crate` in a folder for each registry.
    private Answer cargo(String name) {
        var registries = home.resolve(".cargo/registry/cache");
        var shape = Pattern.compile(Pattern.quote(name) + "-(\\d+\\.\\d+\\.\\d+.*)\\.crate");
        var versions = entries(registries)
                .flatMap(registry -> entries(registry))
                .map(file -> shape.matcher(file.getFileName().toString()))
                .filter(java.util.regex.Matcher::matches)
                .map(match -> match.group(1))
                .distinct()
                .sorted()
                .toList();
        return Files.isDirectory(registries)
                ? new Answer.Known(versions)
                : new Answer.Unknown(Observation.notRun("package", name, "Cargo keeps no packages on this machine"));
    }

    /// Maven keeps `GROUP/ARTIFACT/VERSION/`.
    private Answer maven(String name) {
        var parts = name.split(":", 2);
        var repository = home.resolve(".m2/repository");
        var folder = repository.resolve(parts[0].replace('.', '/')).resolve(parts[1]);
        var versions = entries(folder)
                .filter(version ->
                        Files.isRegularFile(version.resolve(parts[1] + "-" + version.getFileName() + ".pom")))
                .map(version -> version.getFileName().toString())
                .sorted()
                .toList();
        return Files.isDirectory(repository)
                ? new Answer.Known(versions)
                : new Answer.Unknown(Observation.notRun("package", name, "Maven keeps no packages on this machine"));
    }

    private static Stream<Path> entries(Path folder) {
        try (var listed = Files.list(folder)) {
            return listed.toList().stream();
        } catch (IOException _) {
            return Stream.of();
        }
    }
}
