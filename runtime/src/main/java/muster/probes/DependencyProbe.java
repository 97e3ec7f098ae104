package muster.probes;

import java.time.Duration;
import java.util.List;
import muster.observation.Findings;
import muster.observation.Ground;
import muster.observation.Looked;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.sandbox.Launch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;
import muster.versions.Notation;
import muster.versions.PreReleases;
import muster.versions.Versions;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Whether a package is installed in a version inside a range.
record DependencyProbe(Ground ground, InstalledPackages packages, Launcher launcher) {
    private static final Duration WALL = Duration.ofSeconds(10);

    List<Observation> of(String ecosystem, String name, String range) throws InterruptedException {
        if (ecosystem.equals("pip")) {
            return pip(name, range);
        }
        if (ecosystem.equals("apt")) {
            return List.of(apt(name, range));
        }
        if (ecosystem.equals("npm")) {
            return List.of(npm(name, range));
        }
        var why = "packages of '" + ecosystem + "' are unknown; pip, apt and npm are known";
        return List.of(Observation.notRun("package", name, why));
    }

    private List<Observation> pip(String name, String range) throws InterruptedException {
        var why = packages.whyUnknown();
        if (!why.isEmpty()) {
            return List.of(Observation.error("package", name, "the interpreter does not list its packages: " + why));
        }
        var listed = judged(Notation.PEP440, name, range, packages.version(name));
        return packages.version(name) == null ? List.of(listed) : List.of(listed, module(name));
    }

    /// A package may be listed and its files gone.
    private Observation module(String name) throws InterruptedException {
        var modules = packages.importable(name);
        return modules.isEmpty()
                ? Observation.inconclusive("module", name, "none of its modules is found")
                        .found(Findings.remark(
                                "module-not-found", name, "it is listed, but none of its modules is found"))
                : Observation.pass("module", name, AssuranceLevel.REFERENCES_RESOLVE, "its modules are found")
                        .with("modules", String.join(", ", modules));
    }

    private Observation apt(String name, String range) throws InterruptedException {
        var argv = List.of("/usr/bin/dpkg-query", "-W", "-f=${db:Status-Status} ${Version}", name);
        return switch (launcher.run(Launch.of(argv, ground.root(), WALL))) {
            case Launched.Ended ended -> judged(Notation.DEBIAN, name, range, installed(ended.stdout()));
            case Launched.Overran _ -> Observation.error("package", name, "dpkg-query did not come back");
            case Launched.NotStarted(String why) -> Observation.notRun("package", name, why);
        };
    }

    private static @Nullable String installed(String status) {
        return status.startsWith("installed ")
                ? status.substring("installed ".length()).strip()
                : null;
    }

    private Observation npm(String name, String range) {
        var looked = ground.look("node_modules/" + name + "/package.json");
        if (!(looked instanceof Looked.Found found)) {
            return judged(Notation.NPM, name, range, null);
        }
        try {
            var version = JsonMapper.shared().readTree(found.text()).path("version");
            return judged(Notation.NPM, name, range, version.asString(null)).from(List.of(found.digest()));
        } catch (JacksonException e) {
            return Observation.error("package", name, "its package.json is no JSON");
        }
    }

    static Observation judged(Notation notation, String name, String range, @Nullable String version) {
        if (version == null) {
            return Observation.fail("package", name, AssuranceLevel.CLAIMED, name + " is not installed")
                    .with("version-required", range)
                    .found(Findings.defect("package-not-installed", name, "it is not installed on this machine"));
        }
        var check = Versions.check(notation, range, version, PreReleases.INSTALLED);
        var seen = switch (check.standing()) {
            case INSIDE -> fits(name, version);
            case OUTSIDE -> outside(name, range, version);
            case NO_VERSION, NO_RANGE -> Observation.inconclusive("package", name, check.why());
        };
        return seen.with("version-required", range).with("version-installed", version);
    }

    private static Observation fits(String name, String version) {
        return Observation.pass(
                "package", name, AssuranceLevel.REFERENCES_RESOLVE, name + " " + version + " is installed");
    }

    private static Observation outside(String name, String range, String version) {
        var message = "version " + version + " is installed, " + range + " is required";
        return Observation.fail("package", name, AssuranceLevel.EXISTS, message)
                .found(Findings.defect("version-outside-range", name, message));
    }
}
