package muster.probes.scripts.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import muster.audit.Finding;
import muster.observation.Findings;

/// Functions of a shell script that do nothing but say, aloud or in a comment, that they are still to be written.
final class ShellStubs {
    private static final Pattern HEAD =
            Pattern.compile("^[ \\t]*+(?:function[ \\t]++)?+([\\w-]++)[ \\t]*+\\(\\)[ \\t]*+\\{?+[ \\t]*+$");
    private static final Pattern UNWRITTEN = Pattern.compile(
            "\\bTODO\\b|\\bFIXME\\b|\\bnot (?:yet )?(?:implemented|written)\\b|\\bto be"
                    + " (?:written|implemented|done)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTHING =
            Pattern.compile("(?:\\{|:|true|false|echo\\b.*|printf\\b.*|(?:return|exit)(?: \\d+)?)?;?");

    /// Longer functions do something.
    private static final int LONGEST = 12;

    private ShellStubs() {}

    static List<Finding> of(String path, String text) {
        var findings = new ArrayList<Finding>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var head = HEAD.matcher(lines.get(i));
            if (head.matches() && isStub(lines, i + 1)) {
                findings.add(Findings.defect(
                        "not-implemented", path + ":" + (i + 1), head.group(1) + " is declared and not written"));
            }
        }
        return findings;
    }

    private static boolean isStub(List<String> lines, int from) {
        boolean says = false;
        for (int i = from; i < Math.min(lines.size(), from + LONGEST); i++) {
            var line = lines.get(i).strip();
            if (line.equals("}")) {
                return says;
            }
            says |= UNWRITTEN.matcher(line).find();
            if (!line.startsWith("#")
                    && !NOTHING.matcher(line.replaceFirst("[ \\t]+#.*$", "")).matches()) {
                return false;
            }
        }
        return false;
    }
}
