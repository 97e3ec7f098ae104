package muster.audit;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import muster.plan.Severity;

/// Tracked sources, scripts and workflows that no expectation is about and no probe has read.
record Orphans(Collection<String> files, List<Assessment> assessments) {
    /// So many are listed one by one; more are counted by folder.
    static final int MOST = 20;

    private static final Set<String> SOURCES = Set.of(
            "bash", "c", "cc", "cpp", "cs", "fish", "go", "groovy", "java", "jl", "js", "kt", "lua", "pl", "ps1", "py",
            "r", "rb", "rs", "scala", "sh", "sql", "swift", "ts", "zsh");

    List<AuditFinding> findings() {
        var known = known();
        var orphans = files.stream()
                .filter(Orphans::isSource)
                .filter(file -> !known.contains(file))
                .sorted()
                .toList();
        return orphans.size() <= MOST ? orphans.stream().map(Orphans::alone).toList() : byFolder(orphans);
    }

    private Set<String> known() {
        var known = new HashSet<String>();
        for (var assessment : assessments) {
            known.add(assessment.expectation().probe().target());
            assessment.evidence().forEach(evidence -> {
                evidence.inputs().forEach(input -> known.add(input.input()));
                known.add(evidence.attributes().getOrDefault("location", ""));
            });
        }
        return known;
    }

    /// What marks a folder as a package of Python is nothing that could be expected.
    private static boolean isSource(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        var extension = name.substring(name.lastIndexOf('.') + 1);
        return (SOURCES.contains(extension) && !name.equals("__init__.py"))
                || name.startsWith("dockerfile")
                || name.equals("makefile")
                || path.startsWith(".github/workflows/");
    }

    private static AuditFinding alone(String path) {
        return new AuditFinding("orphan-file", Severity.P3, "no expectation is about " + path, path, List.of());
    }

    private static List<AuditFinding> byFolder(List<String> orphans) {
        var folders =
                orphans.stream().collect(Collectors.groupingBy(Orphans::folder, TreeMap::new, Collectors.counting()));
        return folders.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Long> each) -> -each.getValue()))
                .map(each -> new AuditFinding(
                        "orphan-file",
                        Severity.P3,
                        "no expectation is about " + each.getValue() + " files in " + each.getKey(),
                        each.getKey(),
                        List.of()))
                .toList();
    }

    private static String folder(String path) {
        var end = path.lastIndexOf('/');
        return end < 0 ? "." : path.substring(0, end);
    }
}
