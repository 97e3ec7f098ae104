package muster.probes.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.probes.packages.PomFile.Coordinates;
import muster.probes.packages.PomFile.Dependency;
import muster.probes.packages.PomFile.Imported;

/// What a `pom.xml` declares once its parents and the files that it imports are followed, as far as they are in the
/// workspace or in the local repository. Source: Maven, "Introduction to the Dependency Mechanism": what a file manages
/// goes before what its parents manage, and both before imports, of which the first counts.
final class EffectivePom {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]*+)}");
    /// Longer chains of parents, imports or properties are circles.
    private static final int DEEPEST = 30;
    private static final int LONGEST = 1_000;

    private final Poms poms;
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> managed = new HashMap<>();
    private final List<Dependency> imports = new ArrayList<>();
    private final List<PomFile> chain = new ArrayList<>();
    private final Set<String> missing = new TreeSet<>();

    private EffectivePom(Poms poms) {
        this.poms = poms;
    }

    /// The packages that a file of the workspace declares, with what it inherits from parents that lie elsewhere.
    static List<Mention> mentions(Poms poms, String path) {
        var pom = poms.at(path);
        if (pom == null) {
            return List.of();
        }
        var whole = of(poms, pom, new HashSet<>());
        var mentions = new ArrayList<Mention>();
        for (var one : whole.chain) {
            var parent = pom.parent();
            var inherited = !one.equals(pom);
            if (!inherited || one.path() == null) {
                var line = inherited && parent != null ? parent.line() : 0;
                one.direct().forEach(dependency -> mentions.add(whole.mention(dependency, line)));
            }
        }
        return mentions;
    }

    private static EffectivePom of(Poms poms, PomFile pom, Set<String> opened) {
        var whole = new EffectivePom(poms);
        whole.inherit(pom);
        for (var file : whole.chain) {
            file.managed().forEach(whole::manage);
        }
        for (var imported : List.copyOf(whole.imports)) {
            whole.take(imported, opened);
        }
        return whole;
    }

    private void inherit(PomFile first) {
        var pom = first;
        while (pom != null && chain.size() < DEEPEST && !isOpened(pom)) {
            chain.add(pom);
            pom.named().forEach(properties::putIfAbsent);
            var parent = pom.parent();
            var next = parent == null ? null : poms.parent(pom, parent).orElse(null);
            if (parent != null && next == null) {
                missing.add("parent " + parent.coordinates());
            }
            pom = next;
        }
    }

    private boolean isOpened(PomFile pom) {
        return chain.contains(pom);
    }

    private void manage(Dependency dependency) {
        if (dependency.imported() == Imported.YES) {
            imports.add(dependency);
        } else {
            managed.putIfAbsent(
                    name(dependency), filled(dependency.coordinates().version(), 0));
        }
    }

    private void take(Dependency imported, Set<String> opened) {
        var coordinates = new Coordinates(
                filled(imported.coordinates().group(), 0),
                filled(imported.coordinates().artifact(), 0),
                filled(imported.coordinates().version(), 0));
        if (opened.size() > DEEPEST || !opened.add(coordinates.toString())) {
            return;
        }
        var found = poms.named(coordinates);
        if (found.isEmpty()) {
            missing.add("import " + coordinates);
            return;
        }
        var other = of(poms, found.get(), opened);
        other.managed.forEach(managed::putIfAbsent);
        missing.addAll(other.missing);
    }

    private Mention mention(Dependency dependency, int inherited) {
        var name = name(dependency);
        var own = filled(dependency.coordinates().version(), 0);
        var version = own.isEmpty() ? managed.getOrDefault(name, "") : own;
        var line = inherited == 0 ? dependency.line() : inherited;
        return Mention.declared(Ecosystem.MAVEN, name, resolved(version), line);
    }

    /// Maven takes no dependency without a version: it is managed somewhere, if only nobody could look there.
    private String resolved(String version) {
        if (!version.isEmpty() && !version.contains("${")) {
            return version;
        }
        var why = missing.isEmpty() ? "" : ": not here are " + String.join(", ", missing);
        return Mention.UNRESOLVED + (version.isEmpty() ? "" : " " + version) + why;
    }

    private String name(Dependency dependency) {
        var coordinates = dependency.coordinates();
        return filled(coordinates.group(), 0) + ":" + filled(coordinates.artifact(), 0);
    }

    /// A property that is not there stays as it is written.
    private String filled(String text, int depth) {
        if (depth > DEEPEST || text.indexOf("${") < 0) {
            return text;
        }
        var once = PROPERTY.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        properties.getOrDefault(match.group(1).strip(), match.group())));
        return once.equals(text) || once.length() > LONGEST ? text : filled(once, depth + 1);
    }
}
