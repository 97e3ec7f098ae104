package muster.wiring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import muster.advisories.Vulnerability;
import muster.audit.AuditFinding;
import muster.observation.Ground;
import muster.plan.Parsed;
import muster.plan.Severity;
import muster.probes.packages.DeclaredPackage;
import muster.probes.packages.Manifests;
import muster.report.Component;

/// The packages that a folder asks for, and what is known to be wrong with them.
///
/// @param unknown how many have no version that could be looked up; none if nothing was looked up
record DeclaredComponents(List<DeclaredPackage> packages, List<Vulnerability> vulnerabilities, long unknown) {

    /// @throws UnreadableInput if records of vulnerabilities cannot be read
    static DeclaredComponents of(Workspace workspace) throws IOException {
        var packages = Manifests.of(new Ground(workspace.root().toRealPath())).packages();
        var advisories = workspace.means().advisories();
        if (advisories.isEmpty()) {
            return new DeclaredComponents(packages, List.of(), 0);
        }
        return switch (advisories.in(packages)) {
            case Parsed.Ok<List<Vulnerability>>(var found) ->
                new DeclaredComponents(
                        packages,
                        found,
                        packages.stream().filter(each -> each.version() == null).count());
            case Parsed.Failed<List<Vulnerability>>(var problems) -> throw new UnreadableInput(problems);
        };
    }

    List<Component> components() {
        return packages.stream().map(this::component).toList();
    }

    List<AuditFinding> findings() {
        var findings = new ArrayList<AuditFinding>();
        vulnerabilities.forEach(each -> findings.add(new AuditFinding(
                "vulnerable-package",
                severity(each.severity()),
                each.words(),
                each.in().place(),
                List.of())));
        if (unknown > 0) {
            findings.add(new AuditFinding(
                    "unlocked-packages",
                    Severity.P3,
                    "the version of " + unknown + " of " + packages.size()
                            + " packages is not fixed, so nobody can tell whether they have known vulnerabilities",
                    ".",
                    List.of()));
        }
        return findings;
    }

    /// A severe one may be used against whoever runs the plan; what its source does not rate may be anything.
    private static Severity severity(String rated) {
        return switch (rated) {
            case "CRITICAL", "HIGH" -> Severity.P1;
            case "LOW" -> Severity.P3;
            default -> Severity.P2;
        };
    }

    private Component component(DeclaredPackage declared) {
        return new Component(
                declared.ecosystem().word(),
                declared.name(),
                declared.range(),
                declared.version(),
                declared.purl(),
                declared.place(),
                vulnerabilities.stream()
                        .filter(each -> each.in().equals(declared))
                        .map(DeclaredComponents::known)
                        .toList());
    }

    private static Component.Known known(Vulnerability each) {
        return new Component.Known(each.id(), each.aliases(), each.summary(), each.severity(), each.fixed());
    }
}
