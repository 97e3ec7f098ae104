package muster.probes.scripts.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import muster.audit.Finding;
import muster.observation.Findings;
import muster.observation.Ground;
import muster.probes.packages.InstalledPackages;
import muster.probes.packages.Requirements;
import org.jspecify.annotations.Nullable;

/// Whether what a Python file imports will be found: in the standard library, beside it, or in a package.
public record ImportCheck(
        Ground ground, PythonInspector inspector, InstalledPackages packages, Requirements requirements) {

    /// The program that is running, whatever its file.
    private static final String PROGRAM = "__main__";

    /// @param external packages that it needs, by the names they are declared under, or by module if they are not
    record Result(List<Finding> findings, Set<String> external) {}

    Result of(String path, PythonFacts.Source facts) throws InterruptedException {
        var findings = new ArrayList<Finding>();
        var external = new TreeSet<String>();
        for (var imported : facts.imports()) {
            var name = imported.name();
            if (name.startsWith(".")) {
                add(findings, relative(path, imported));
            } else if (!name.equals(PROGRAM) && !inspector.isStandard(top(name)) && !isLocal(path, facts, imported)) {
                external.add(declaredAs(imported));
                findings.addAll(external(path, imported));
            }
        }
        return new Result(findings, external);
    }

    private static void add(List<Finding> findings, @Nullable Finding finding) {
        if (finding != null) {
            findings.add(finding);
        }
    }

    private List<Finding> external(String path, PythonFacts.Import imported) throws InterruptedException {
        var place = path + ":" + imported.line();
        boolean declared = isDeclared(imported);
        boolean installed = isInstalled(imported);
        boolean certain = !imported.deferred() && !imported.guarded();
        if (imported.guarded() || (declared && installed)) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        if (!installed && !declared) {
            var message = imported.name() + " is neither in the project nor declared nor installed";
            findings.add(
                    certain
                            ? Findings.defect("missing-module", place, message)
                            : Findings.remark("missing-module", place, message + "; it is needed for a part only"));
        } else if (!installed) {
            var message = declaredAs(imported) + " is declared, but not installed on this machine";
            findings.add(
                    certain
                            ? Findings.defect("package-not-installed", place, message)
                            : Findings.remark(
                                    "package-not-installed", place, message + "; it is needed for a part only"));
        }
        if (!declared && !requirements.files().isEmpty()) {
            findings.add(Findings.defect(
                    "undeclared-import",
                    place,
                    imported.name() + " is in none of " + String.join(", ", requirements.files())));
        }
        return findings;
    }

    private boolean isDeclared(PythonFacts.Import imported) throws InterruptedException {
        return names(imported).stream().anyMatch(requirements.names()::contains);
    }

    private boolean isInstalled(PythonFacts.Import imported) throws InterruptedException {
        if (!packages.whyUnknown().isEmpty()) {
            return true;
        }
        for (var name : names(imported)) {
            if (requirements.names().contains(name)) {
                return packages.version(name) != null;
            }
        }
        return packages.bringsModule(top(imported.name()));
    }

    private String declaredAs(PythonFacts.Import imported) throws InterruptedException {
        return names(imported).stream()
                .filter(requirements.names()::contains)
                .findFirst()
                .orElse(top(imported.name()));
    }

    private Set<String> names(PythonFacts.Import imported) throws InterruptedException {
        var names = Requirements.packagesOf(imported.forms());
        var bringing = packages.bringing(top(imported.name()));
        // A name space such as `google` is brought by many packages; which of them is meant, only the full name tells.
        if (bringing.size() == 1) {
            names.addAll(bringing);
        }
        return names;
    }

    /// Python looks beside the script first; from the root only if it is run as a module, which is common enough.
    private boolean isLocal(String path, PythonFacts.Source facts, PythonFacts.Import imported) {
        var wanted = imported.name().replace('.', '/');
        for (var base : List.of(folder(path), "", "src/")) {
            if (isModule(base + wanted)) {
                return true;
            }
        }
        return facts.changesPath()
                && !ground.files(file -> file.endsWith("/" + wanted + ".py") || file.contains("/" + wanted + "/"))
                        .isEmpty();
    }

    private @Nullable Finding relative(String path, PythonFacts.Import imported) {
        var dots = imported.name().replaceAll("[^.].*", "");
        var base = folder(path);
        for (int i = 1; i < dots.length(); i++) {
            base = folder(base.isEmpty() ? "" : base.substring(0, base.length() - 1));
        }
        var wanted = base + imported.name().substring(dots.length()).replace('.', '/');
        return wanted.equals(base) || isModule(wanted)
                ? null
                : Findings.defect("missing-module", path + ":" + imported.line(), imported.name() + " does not exist");
    }

    private boolean isModule(String path) {
        return ground.has(path + ".py") || ground.has(path);
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String top(String module) {
        int dot = module.indexOf('.');
        return dot < 0 ? module : module.substring(0, dot);
    }
}
