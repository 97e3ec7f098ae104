package muster.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.plan.AssuranceLevel;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.Language;
import muster.plan.Need;
import muster.plan.Probe;
import org.jspecify.annotations.Nullable;

/// What may be expected of a workspace, before anybody has looked.
///
/// @param files relative to the workspace
/// @param tools programs that may be installed
record LearningCandidates(Collection<String> files, List<String> tools) {
    private static final Pattern REQUIREMENT =
            Pattern.compile("^([A-Za-z0-9][A-Za-z0-9._-]*)\\s*(?:\\[[^]]*])?\\s*(?:[<>=!~;#].*)?$");
    private static final int LONGEST_ID = 114;

    List<Expectation> all(Path root) throws IOException {
        var all = new ArrayList<Expectation>();
        var taken = new HashSet<String>();
        for (var file : new TreeSet<>(files)) {
            all.add(file(file, taken));
        }
        tools.forEach(tool -> all.add(expectation(
                id("tool:" + tool, taken), "Tool " + tool, AssuranceLevel.EXISTS, new Probe.Tool(tool, ""))));
        for (var name : packages(root)) {
            all.add(expectation(
                    id("pip:" + name, taken),
                    "Package " + name,
                    AssuranceLevel.EXISTS,
                    new Probe.Dependency("pip", name, "")));
        }
        return all;
    }

    private static Expectation file(String path, Set<String> taken) {
        var language = language(path);
        return language == null
                ? expectation(id("file:" + path, taken), path, AssuranceLevel.EXISTS, new Probe.FileThere(path))
                : expectation(
                        id("script:" + path, taken),
                        path,
                        AssuranceLevel.REFERENCES_RESOLVE,
                        new Probe.Script(path, language));
    }

    private static @Nullable Language language(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (name.startsWith("dockerfile")) {
            return Language.DOCKERFILE;
        }
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "py" -> Language.PYTHON;
            case "sh", "bash" -> Language.SHELL;
            case "sql" -> Language.SQL;
            case "java" -> Language.JAVA;
            case "yml", "yaml" -> Language.YAML;
            default -> null;
        };
    }

    private Set<String> packages(Path root) throws IOException {
        var names = new TreeSet<String>();
        for (var file : files) {
            var name = file.substring(file.lastIndexOf('/') + 1);
            if (name.startsWith("requirements") && name.endsWith(".txt") && Files.isRegularFile(root.resolve(file))) {
                requirements(root.resolve(file)).forEach(names::add);
            }
        }
        return names;
    }

    private static Stream<String> requirements(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1)
                .lines()
                .map(line -> REQUIREMENT.matcher(line.strip()))
                .filter(Matcher::matches)
                .map(match -> match.group(1).toLowerCase(Locale.ROOT));
    }

    /// The text as an id that no other has.
    static String id(String text, Set<String> taken) {
        var slug = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._:-]+", "-");
        var most = slug.substring(0, Math.min(slug.length(), LONGEST_ID - 5));
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? most : most + "-" + number)
                .filter(taken::add)
                .findFirst()
                .orElseThrow();
    }

    private static Expectation expectation(String id, String title, AssuranceLevel level, Probe probe) {
        return new Expectation(
                new ExpectationId(id),
                title,
                id.substring(0, id.indexOf(':')),
                Need.REQUIRED,
                level,
                probe,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }
}
