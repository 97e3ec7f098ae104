package muster.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.plan.AssuranceLevel;
import muster.plan.Language;
import muster.plan.Probe;
import org.jspecify.annotations.Nullable;

/// What a path says by its shape.
final class Paths {
    private static final Pattern PATH = Pattern.compile(
            "(?:\\.?[\\w@+~-][\\w.@+~-]*/)*(?:[\\w@+~-][\\w.@+~-]*\\.[A-Za-z][A-Za-z0-9]{0,9}|Dockerfile(?:\\.[\\w-]+)?|Makefile|Jenkinsfile|Procfile|\\.[a-z][\\w.-]+)");
    private static final Pattern FOLDERED = Pattern.compile("(?:[\\w.@+~-]+/)+[\\w.@+~-]+");
    private static final Pattern DOCUMENT =
            Pattern.compile("(?i).+\\.(?:md|markdown|rst|txt|pdf|html?|docx?|csv|json|xlsx?|adoc)");

    private Paths() {}

    /// True if the text is a path of a file, and not a folder, pattern, address or command.
    static boolean isPath(String text) {
        return !text.contains("//")
                && !text.startsWith("/")
                && (PATH.matcher(text).matches() || FOLDERED.matcher(text).matches());
    }

    /// True if the path leaves the folder it is relative to.
    static boolean climbs(String path) {
        return path.startsWith("../") || path.contains("/../");
    }

    static boolean isDocument(String path) {
        return isPath(path) && DOCUMENT.matcher(path).matches();
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// A script in the language of the ending; a plain file for any other.
    static Probe probe(String path) {
        Language language = language(name(path));
        return language == null ? new Probe.FileThere(path) : new Probe.Script(path, language);
    }

    static AssuranceLevel level(Probe probe) {
        return probe instanceof Probe.Script ? AssuranceLevel.REFERENCES_RESOLVE : AssuranceLevel.EXISTS;
    }

    private static @Nullable Language language(String name) {
        if (name.startsWith("Dockerfile") || name.endsWith(".dockerfile")) {
            return Language.DOCKERFILE;
        }
        Matcher ending = Pattern.compile(".*\\.(\\w+)").matcher(name);
        return !ending.matches()
                ? null
                : switch (ending.group(1)) {
                    case "py" -> Language.PYTHON;
                    case "sh", "bash" -> Language.SHELL;
                    case "sql" -> Language.SQL;
                    case "yaml", "yml" -> Language.YAML;
                    case "java" -> Language.JAVA;
                    default -> null;
                };
    }
}
