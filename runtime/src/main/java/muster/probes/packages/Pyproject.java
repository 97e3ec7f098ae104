package muster.probes.packages;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import muster.observation.Excerpt;

/// The packages that `pyproject.toml` or `setup.cfg` declares. Only lists of requirements and Poetry's tables are
/// looked for. Source of the keys: PEP 621, PEP 735, setuptools and Poetry.
final class Pyproject {
    static final List<String> FILES = List.of("pyproject.toml", "setup.cfg");

    private static final Pattern NAME = Pattern.compile("^[\"']?([A-Za-z0-9][A-Za-z0-9._-]{0,100})");
    private static final Pattern QUOTED = Pattern.compile("[\"']([A-Za-z0-9][^\"'\\n]{0,300})[\"']");
    private static final Pattern KEY = Pattern.compile("^([\\w.\"-]{1,100})\\s{0,20}=\\s{0,20}(.*)$");

    /// Where in the file a line stands.
    private enum Part {
        NONE,
        /// Keys of which some are lists of requirements.
        PROJECT,
        /// Every key is a list of requirements.
        EXTRAS,
        /// Every key is a package.
        POETRY
    }

    private Pyproject() {}

    static Set<String> declared(String text) {
        var names = new TreeSet<String>();
        var part = Part.NONE;
        boolean listing = false;
        for (var line :
                Excerpt.shortLines(text).lines().map(String::stripTrailing).toList()) {
            if (line.startsWith("[")) {
                part = part(line.strip());
                listing = false;
            } else if (part != Part.NONE && !line.isBlank() && !line.strip().startsWith("#")) {
                listing = line(part, line, listing, names);
            }
        }
        names.remove("python");
        return names;
    }

    private static Part part(String heading) {
        if (heading.contains("optional-dependencies")
                || heading.equals("[dependency-groups]")
                || heading.equals("[options.extras_require]")) {
            return Part.EXTRAS;
        }
        if (heading.startsWith("[tool.poetry") && heading.contains("dependencies")) {
            return Part.POETRY;
        }
        return heading.equals("[project]") || heading.equals("[options]") ? Part.PROJECT : Part.NONE;
    }

    /// True if the next line goes on with a list.
    private static boolean line(Part part, String line, boolean listing, Set<String> names) {
        var key = KEY.matcher(line);
        boolean begins = !Character.isWhitespace(line.charAt(0)) && key.matches();
        if (part == Part.POETRY) {
            if (begins) {
                add(key.group(1), names);
            }
            return false;
        }
        boolean wanted = begins
                ? part == Part.EXTRAS
                        || List.of("dependencies", "install_requires").contains(key.group(1))
                : listing;
        if (!wanted) {
            return false;
        }
        var rest = begins ? key.group(2) : line.strip();
        var quoted = QUOTED.matcher(rest).results().map(match -> match.group(1)).toList();
        quoted.forEach(requirement -> add(requirement, names));
        if (quoted.isEmpty() && !rest.startsWith("[") && !rest.startsWith("]")) {
            add(rest, names);
        }
        return !rest.endsWith("]") || rest.endsWith("[");
    }

    private static void add(String requirement, Set<String> names) {
        var match = NAME.matcher(requirement);
        if (match.find()) {
            names.add(InstalledPackages.normalised(match.group(1)));
        }
    }
}
