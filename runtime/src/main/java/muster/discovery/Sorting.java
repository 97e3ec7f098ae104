package muster.discovery;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import muster.plan.Language;
import muster.plan.Need;
import org.jspecify.annotations.Nullable;

/// Tells by its name, and where that is not enough by its first lines, what a file is.
final class Sorting {
    /// Folders whose files may be wrong on purpose, or belong to somebody else.
    private static final Set<String> NOT_OWN = Set.of(
            "test",
            "tests",
            "testdata",
            "test-data",
            "fixtures",
            "fixture",
            "vendor",
            "third_party",
            "thirdparty",
            "examples",
            "samples",
            "archive",
            "docs",
            "doc",
            "snapshots",
            "__snapshots__",
            "site-packages",
            "dist");

    private static final Pattern PYTHON_PROGRAM = Pattern.compile("(?m)^if\\s+__name__\\s*==\\s*['\"]__main__['\"]");
    private static final Pattern PYTHON_LINE =
            Pattern.compile("^#!\\s*\\S*(?:/env\\s+(?:-S\\s+)?)?\\S*python[\\d.]*\\b");
    private static final Pattern SHELL_LINE = Pattern.compile("^#!\\s*\\S*?(?:/env\\s+(?:-S\\s+)?)?(?:ba|da|k|)sh\\b");
    private static final int LONGEST_FIRST_LINE = 200;

    private Sorting() {}

    /// What a name tells.
    sealed interface Sorted {
        record As(Found found) implements Sorted {}

        record ByContent() implements Sorted {}

        record Unsorted() implements Sorted {}
    }

    static Sorted byName(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("dockerfile") || lower.endsWith(".dockerfile")) {
            return as(Found.Kind.IMAGE, path, Language.DOCKERFILE);
        }
        return switch (extension(lower)) {
            case "sh", "bash" -> as(Found.Kind.SCRIPT, path, Language.SHELL);
            case "sql" -> as(Found.Kind.QUERY, path, Language.SQL);
            case "java" -> new Sorted.As(new Found(Found.Kind.MODULE, path, Language.JAVA, Need.OPTIONAL));
            case "yml", "yaml" -> yaml(path, lower);
            case "py", "" -> new Sorted.ByContent();
            default ->
                lower.startsWith("dockerfile.")
                        ? as(Found.Kind.IMAGE, path, Language.DOCKERFILE)
                        : new Sorted.Unsorted();
        };
    }

    private static Sorted yaml(String path, String lower) {
        if (("/" + path).contains("/.github/workflows/")) {
            return as(Found.Kind.WORKFLOW, path, Language.YAML);
        }
        return lower.startsWith("cloudbuild")
                ? as(Found.Kind.BUILD, path, Language.YAML)
                : new Sorted.As(new Found(Found.Kind.CONFIGURATION, path, Language.YAML, Need.OPTIONAL));
    }

    /// A file without content marks a place, and is nothing that could work.
    static @Nullable Found byContent(String path, String text) {
        if (text.isBlank()) {
            return null;
        }
        var first = text.substring(0, Math.min(text.length(), LONGEST_FIRST_LINE));
        if (path.endsWith(".py")) {
            var program = PYTHON_LINE.matcher(first).find()
                    || PYTHON_PROGRAM.matcher(text).find();
            return program
                    ? new Found(Found.Kind.SCRIPT, path, Language.PYTHON, need(path))
                    : new Found(Found.Kind.MODULE, path, Language.PYTHON, Need.OPTIONAL);
        }
        if (PYTHON_LINE.matcher(first).find()) {
            return new Found(Found.Kind.SCRIPT, path, Language.PYTHON, need(path));
        }
        return SHELL_LINE.matcher(first).find() ? new Found(Found.Kind.SCRIPT, path, Language.SHELL, need(path)) : null;
    }

    private static Sorted as(Found.Kind kind, String path, Language language) {
        return new Sorted.As(new Found(kind, path, language, need(path)));
    }

    private static Need need(String path) {
        var folders = List.of(path.toLowerCase(Locale.ROOT).split("/"));
        return folders.subList(0, folders.size() - 1).stream().anyMatch(NOT_OWN::contains)
                ? Need.OPTIONAL
                : Need.REQUIRED;
    }

    private static String extension(String name) {
        var dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1);
    }
}
