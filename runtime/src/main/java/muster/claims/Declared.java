package muster.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Versions that manifests at any depth declare. Only what a line says is read, nothing is resolved.
///
/// @param subject `project version`, `language python`, `package polars`
/// @param exact whether it is this version or a range that it begins
record Declared(String subject, String version, Exact exact, String place) {
    private static final String V = "(\\d[\\w.+-]*)";
    private static final Pattern REQUIREMENT =
            Pattern.compile("(?m)^\\s*[\"']?([A-Za-z][\\w.-]*)(?:\\[[^\\]]*\\])?\\s*(==|~=|>=)\\s*" + V);
    private static final Pattern PACKAGE = Pattern.compile("\"([@\\w./-]+)\"\\s*:\\s*\"([\\^~>=v]*)" + V + "\"");
    private static final int MOST_MANIFESTS = 200;

    /// Whether a manifest names one version or the least of many.
    enum Exact {
        ONE,
        RANGE
    }

    /// A pattern of a line in files of a name, and what its version is of.
    private record Line(Pattern file, Pattern text, String subject, Exact exact) {
        Line(String file, String text, String subject, Exact exact) {
            this(Pattern.compile(file), Pattern.compile(text, Pattern.MULTILINE), subject, exact);
        }
    }

    private static final List<Line> LINES = List.of(
            new Line("pyproject\\.toml", "^version\\s*=\\s*[\"']" + V + "[\"']", "project version", Exact.ONE),
            new Line("Cargo\\.toml", "^version\\s*=\\s*\"" + V + "\"", "project version", Exact.ONE),
            new Line("setup\\.cfg", "^version\\s*=\\s*" + V + "\\s*$", "project version", Exact.ONE),
            new Line("setup\\.py", "\\bversion\\s*=\\s*[\"']" + V + "[\"']", "project version", Exact.ONE),
            new Line("VERSION(?:\\.txt)?", "\\A\\s*v?" + V + "\\s*\\z", "project version", Exact.ONE),
            new Line("package\\.json", "^\\s{1,4}\"version\"\\s*:\\s*\"" + V + "\"", "project version", Exact.ONE),
            new Line("pyproject\\.toml", "^requires-python\\s*=\\s*[\"']>=\\s*" + V, "language python", Exact.ONE),
            new Line("pyproject\\.toml", "^python\\s*=\\s*[\"'](?:\\^|>=)\\s*" + V, "language python", Exact.ONE),
            new Line("setup\\.(?:py|cfg)", "python_requires\\s*=\\s*[\"']?>=\\s*" + V, "language python", Exact.ONE),
            new Line("\\.python-version", "\\A\\s*" + V, "language python", Exact.ONE),
            new Line("Dockerfile.*", "^FROM\\s+(?:\\S+/)?python:" + V, "language python", Exact.RANGE),
            new Line("package\\.json", "\"node\"\\s*:\\s*\"(?:>=|\\^)?\\s*" + V, "language node", Exact.ONE),
            new Line("\\.nvmrc", "\\A\\s*v?" + V, "language node", Exact.ONE),
            new Line(
                    "pom\\.xml",
                    "<(?:maven\\.compiler\\.release|java\\.version|release)>" + V + "<",
                    "language java",
                    Exact.ONE),
            new Line("go\\.mod", "^go\\s+" + V, "language go", Exact.ONE),
            new Line("Cargo\\.toml", "^rust-version\\s*=\\s*\"" + V + "\"", "language rust", Exact.ONE));

    static List<Declared> in(Tree tree) {
        var found = new ArrayList<Declared>();
        tree.files().stream()
                .filter(
                        file -> Tree.name(file)
                                .matches(
                                        "pyproject\\.toml|Cargo\\.toml|setup\\.(?:py|cfg)|package\\.json|pom\\.xml|go\\.mod|VERSION(?:\\.txt)?|\\.nvmrc|\\.python-version|Dockerfile.*|(?:.*[-_])?requirements.*\\.txt|constraints.*\\.txt"))
                .limit(MOST_MANIFESTS)
                .forEach(file -> tree.read(file).ifPresent(read -> manifest(file, read.text(), found)));
        return List.copyOf(found);
    }

    private static void manifest(String file, String text, List<Declared> found) {
        var name = Tree.name(file);
        for (var line : LINES) {
            if (line.file().matcher(name).matches()) {
                line.text()
                        .matcher(text)
                        .results()
                        .limit(1)
                        .forEach(match -> found.add(new Declared(
                                line.subject(), match.group(1), line.exact(), place(file, text, match.start()))));
            }
        }
        if (name.endsWith(".txt") || name.endsWith(".toml") || name.equals("setup.py")) {
            REQUIREMENT
                    .matcher(text)
                    .results()
                    .forEach(match -> found.add(new Declared(
                            packaged(match.group(1)),
                            match.group(3),
                            match.group(2).equals("==") ? Exact.ONE : Exact.RANGE,
                            place(file, text, match.start(1)))));
        }
        if (name.equals("package.json")) {
            PACKAGE.matcher(text)
                    .results()
                    .forEach(match -> found.add(new Declared(
                            packaged(match.group(1)),
                            match.group(3),
                            match.group(2).isEmpty() ? Exact.ONE : Exact.RANGE,
                            place(file, text, match.start(1)))));
        }
    }

    private static String place(String file, String text, int at) {
        return file + ":"
                + (1
                        + text.substring(0, at)
                                .chars()
                                .filter(each -> each == '\n')
                                .count());
    }

    static String packaged(String name) {
        return "package " + name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
    }
}
