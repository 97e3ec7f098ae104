package muster.probes.packages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import muster.audit.Finding;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.probes.packages.DeclaredPackage.Scope;
import muster.versions.PreReleases;
import muster.versions.RangeCheck;
import muster.versions.Versions;

/// How far apart the versions of one package are: required by the expectation, declared by manifests, held fast by lock
/// files, installed here and installed into images.
///
/// @param range that the expectation requires
/// @param places that name the package
record VersionDrift(Ecosystem ecosystem, String range, List<DeclaredPackage> places, List<String> installed) {
    VersionDrift {
        places = List.copyOf(places);
        installed = List.copyOf(installed);
    }

    Observation in(Observation seen) {
        var all = seen.with("version-required", range);
        all = with(all, "version-declared", ranges(Scope.DIRECT));
        all = with(all, "version-locked", locked().map(DeclaredPackage::locked));
        all = with(all, "version-installed", installed.stream());
        return with(all, "version-container", ranges(Scope.CONTAINER)).found(findings());
    }

    /// Whether some place declares a version that could not be found out, so that agreement with it is not known.
    boolean isOpen() {
        return scoped(Scope.DIRECT).anyMatch(one -> !one.isResolved());
    }

    private static Observation with(Observation seen, String attribute, Stream<String> versions) {
        var distinct = new TreeSet<>(versions.toList());
        return distinct.isEmpty() ? seen : seen.with(attribute, String.join(", ", distinct));
    }

    private Stream<String> ranges(Scope scope) {
        return scoped(scope).map(one -> one.range().isEmpty() ? "any" : one.range());
    }

    private Stream<DeclaredPackage> scoped(Scope scope) {
        return places.stream().filter(one -> one.scope() == scope);
    }

    private Stream<DeclaredPackage> locked() {
        return scoped(Scope.TRANSITIVE);
    }

    private List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        locked().forEach(lock -> findings.addAll(lock(lock)));
        declaredByFile().forEach((path, declared) -> findings.addAll(declared(path, declared)));
        scoped(Scope.CONTAINER).forEach(one -> findings.addAll(container(one)));
        return findings;
    }

    private List<Finding> lock(DeclaredPackage lock) {
        var version = String.valueOf(lock.locked());
        if (outside(range, version)) {
            return List.of(Findings.defect(
                    "locked-outside-range", lock.place(), version + " is locked, " + range + " is required"));
        }
        return installed.isEmpty() || installed.contains(version)
                ? List.of()
                : List.of(Findings.remark(
                        "installed-differs-from-lock",
                        lock.place(),
                        version + " is locked, " + String.join(", ", installed) + " is installed"));
    }

    private Map<String, List<DeclaredPackage>> declaredByFile() {
        var files = new LinkedHashMap<String, List<DeclaredPackage>>();
        scoped(Scope.DIRECT)
                .forEach(one -> files.computeIfAbsent(one.path(), _ -> new ArrayList<>())
                        .add(one));
        return files;
    }

    /// A file may name a package several times, each for another platform: one of its ranges is enough.
    private List<Finding> declared(String path, List<DeclaredPackage> declared) {
        var findings = new ArrayList<Finding>();
        var first = declared.getFirst();
        boolean drifted = !installed.isEmpty()
                && installed.stream()
                        .allMatch(version -> declared.stream().allMatch(one -> outside(one.range(), version)));
        if (drifted) {
            var message = String.join(", ", installed) + " is installed, " + path + " declares " + first.range();
            findings.add(Findings.defect("installed-outside-declared", first.place(), message));
        }
        declared.stream()
                .filter(one -> one.locked() != null && declared.stream().allMatch(other -> outside(other.range(), one)))
                .findFirst()
                .ifPresent(one -> findings.add(Findings.defect(
                        "locked-outside-declared",
                        one.place(),
                        one.locked() + " is locked, " + path + " declares " + first.range())));
        declared.stream()
                .filter(one -> one.version() == null && one.isResolved())
                .findFirst()
                .ifPresent(one -> findings.add(unpinned(one)));
        declared.stream()
                .filter(one -> !one.isResolved())
                .findFirst()
                .ifPresent(one -> findings.add(
                        Findings.remark("unresolved-version", one.place(), one.name() + " is " + one.range())));
        return findings;
    }

    private boolean outside(String declared, DeclaredPackage locked) {
        return outside(declared, String.valueOf(locked.locked()));
    }

    private List<Finding> container(DeclaredPackage one) {
        var version = one.version();
        if (version == null) {
            return List.of(unpinned(one));
        }
        return outside(range, version)
                ? List.of(Findings.defect(
                        "container-outside-range",
                        one.place(),
                        version + " is installed into the image, " + range + " is required"))
                : List.of();
    }

    private static Finding unpinned(DeclaredPackage one) {
        var written = one.range().isEmpty() ? "any version" : one.range();
        return Findings.remark(
                "unpinned-package", one.place(), one.name() + " may be another tomorrow: " + written + " will do");
    }

    /// True only if both could be read: what cannot be compared disproves nothing.
    private boolean outside(String other, String version) {
        return Versions.check(ecosystem.notation(), other, version, PreReleases.INSTALLED)
                        .standing()
                == RangeCheck.Standing.OUTSIDE;
    }
}
