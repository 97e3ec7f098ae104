package muster.probes.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import muster.audit.InputDigest;
import muster.audit.ProbeResult;
import muster.observation.Findings;
import muster.observation.Ground;
import muster.observation.Looked;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.versions.Notation;
import muster.versions.PreReleases;
import muster.versions.RangeCheck;
import muster.versions.Versions;
import org.jspecify.annotations.Nullable;

/// Whether a package is installed in a version inside a range, and agrees with what the project declares and locks.
public final class DependencyProbe {
    private final Ground ground;
    private final InstalledPackages python;
    private final InstalledVersions installed;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Manifests manifests;

    public DependencyProbe(Ground ground, InstalledPackages python, InstalledVersions installed) {
        this.ground = ground;
        this.python = python;
        this.installed = installed;
    }

    public List<Observation> of(String ecosystem, String name, String range) throws InterruptedException {
        var known = Ecosystem.of(ecosystem);
        if (known == null) {
            var why = "packages of '" + ecosystem + "' are unknown; pip, apt, npm, cargo and maven are known";
            return List.of(Observation.notRun("package", name, why));
        }
        var places = manifests().naming(known, name);
        return switch (installed.of(known, name)) {
            case InstalledVersions.Answer.Unknown(Observation seen) ->
                List.of(complete(
                        new VersionDrift(known, range, places, List.of()), unasked(known, range, places, seen)));
            case InstalledVersions.Answer.Known(List<String> versions) -> {
                var seen = new ArrayList<Observation>();
                var best = best(known, range, versions);
                seen.add(complete(
                        new VersionDrift(known, range, places, versions), judged(known.notation(), name, range, best)));
                if (known == Ecosystem.PIP && best != null) {
                    seen.add(module(name));
                }
                yield seen;
            }
        };
    }

    /// Of several versions in a cache one inside the range is enough.
    static @Nullable String best(Ecosystem ecosystem, String range, List<String> versions) {
        return versions.stream()
                .filter(version -> Versions.check(ecosystem.notation(), range, version, PreReleases.INSTALLED)
                        .isInside())
                .findFirst()
                .orElse(versions.isEmpty() ? null : versions.getFirst());
    }

    /// Where a tool keeps nothing on this machine, the lock file tells which version it will fetch.
    private static Observation unasked(
            Ecosystem ecosystem, String range, List<DeclaredPackage> places, Observation seen) {
        var locked = places.stream()
                .filter(one -> one.scope() == DeclaredPackage.Scope.TRANSITIVE)
                .map(DeclaredPackage::locked)
                .findFirst();
        if (seen.result() != ProbeResult.NOT_RUN || locked.isEmpty()) {
            return seen;
        }
        var name = seen.subject().getFirst();
        var check = Versions.check(ecosystem.notation(), range, locked.get(), PreReleases.INSTALLED);
        return check.standing() == RangeCheck.Standing.INSIDE
                ? Observation.pass("package", name, AssuranceLevel.EXISTS, name + " " + locked.get() + " is locked")
                : seen;
    }

    private Observation complete(VersionDrift drift, Observation seen) {
        var all = drift.in(seen).from(digests(drift.places()));
        boolean drifted = all.result() == ProbeResult.PASS && Findings.anyDefect(all.findings());
        var name = all.subject().getFirst();
        if (drifted) {
            return like(
                    all,
                    Observation.fail(
                            "package", name, AssuranceLevel.EXISTS, "the versions of " + name + " have drifted"));
        }
        return all.result() == ProbeResult.PASS && drift.isOpen()
                ? like(
                        all,
                        Observation.inconclusive(
                                "package", name, "the version of " + name + " that is declared cannot be found out"))
                : all;
    }

    private static Observation like(Observation seen, Observation judged) {
        return judged.found(seen.findings()).with(seen.attributes()).from(seen.inputs());
    }

    private List<InputDigest> digests(List<DeclaredPackage> places) {
        return places.stream()
                .map(DeclaredPackage::path)
                .distinct()
                .map(ground::look)
                .flatMap(looked -> looked instanceof Looked.Found found
                        ? java.util.stream.Stream.of(found.digest())
                        : java.util.stream.Stream.of())
                .toList();
    }

    private Manifests manifests() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var read = manifests == null ? Manifests.of(ground) : manifests;
            manifests = read;
            return read;
        } finally {
            lock.unlock();
        }
    }

    /// A package may be listed and its files gone.
    private Observation module(String name) throws InterruptedException {
        var modules = python.importable(name);
        return modules.isEmpty()
                ? Observation.inconclusive("module", name, "none of its modules is found")
                        .found(Findings.remark(
                                "module-not-found", name, "it is listed, but none of its modules is found"))
                : Observation.pass("module", name, AssuranceLevel.REFERENCES_RESOLVE, "its modules are found")
                        .with("modules", String.join(", ", modules));
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
