package muster.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What is no prose in documents that are written in reStructuredText or AsciiDoc: code, output, tables of values and
/// the options of directives. Its lines are left empty, so that all others keep their numbers.
final class OtherMarkup {
    private static final Pattern FILE = Pattern.compile("(?i).*\\.(?:rst|txt|adoc)");
    private static final Pattern DIRECTIVE = Pattern.compile("^(\\s*)\\.\\. ([\\w:-]+)::.*");
    private static final Pattern COMMENT =
            Pattern.compile("^(\\s*)\\.\\. (?!_|\\[|\\|)(?![\\w:-]+::).*|^(\\s*)\\.\\.\\s*$");
    /// Directives whose content is the document's own words.
    private static final Pattern OWN_WORDS = Pattern.compile(
            "note|warning|tip|hint|important|caution|danger|attention|admonition|seealso|topic|sidebar|container|rubric|"
                    + "(?:py:|c:|js:|cpp:)?(?:module|class|function|method|attribute|data|exception|describe|option|program|envvar|cmdoption|setting|type|macro|member|currentmodule)");
    private static final Pattern OPTION = Pattern.compile("\\s*:[\\w-]+:(?:\\s.*)?");
    private static final Pattern FENCE = Pattern.compile("(?:-{4,}|\\.{4,}|\\+{4,}|\\|===+|/{4,})\\s*");

    private OtherMarkup() {}

    /// The text as it is if the path ends otherwise.
    static String prose(String path, String text) {
        if (!FILE.matcher(path).matches()) {
            return text;
        }
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (path.endsWith(".adoc")) {
            fences(lines);
        } else if (lines.stream()
                .anyMatch(line -> line.endsWith("::") || DIRECTIVE.matcher(line).matches())) {
            blocks(lines);
        }
        return String.join("\n", lines) + "\n";
    }

    private static void fences(List<String> lines) {
        String open = "";
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            boolean isFence = FENCE.matcher(line).matches();
            if (isFence && (open.isEmpty() || open.equals(line))) {
                open = open.isEmpty() ? line : "";
                lines.set(at, "");
            } else if (!open.isEmpty()) {
                lines.set(at, "");
            }
        }
    }

    private static void blocks(List<String> lines) {
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at);
            var directive = DIRECTIVE.matcher(line);
            if (directive.matches()) {
                boolean own = OWN_WORDS.matcher(directive.group(2)).matches();
                at = own ? options(lines, at + 1) : blank(lines, at, indent(line));
            } else if (COMMENT.matcher(line).matches()) {
                at = blank(lines, at, indent(line));
            } else if (line.stripTrailing().endsWith("::")) {
                at = blank(lines, at + 1, indent(line));
            } else {
                at++;
            }
        }
    }

    /// Empties the lines that are indented deeper, and the first if it is a directive.
    ///
    /// @return the line after them
    private static int blank(List<String> lines, int from, int indent) {
        int at = from;
        if (at < lines.size()
                && indent(lines.get(at)) <= indent
                && lines.get(at).strip().startsWith("..")) {
            lines.set(at, "");
            at++;
        }
        while (at < lines.size() && (lines.get(at).isBlank() || indent(lines.get(at)) > indent)) {
            lines.set(at, "");
            at++;
        }
        return at;
    }

    private static int options(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && OPTION.matcher(lines.get(at)).matches()) {
            lines.set(at, "");
            at++;
        }
        return at;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
