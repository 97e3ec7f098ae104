package muster.probes.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.probes.content.Structured;
import muster.versions.RequirementLine;
import tools.jackson.databind.JsonNode;

/// Reads what Python projects write: requirements files, `pyproject.toml`, `setup.cfg` and their lock files.
final class PythonFiles {
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#.*+$");
    private static final Pattern OPTION = Pattern.compile("\\s--?[a-z].*+$");

    private PythonFiles() {}

    static List<Mention> requirements(String text) {
        var mentions = new ArrayList<Mention>();
        var lines = text.split("\n", -1);
        var whole = new StringBuilder();
        int begin = 1;
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i].strip();
            begin = whole.isEmpty() ? i + 1 : begin;
            whole.append(line.endsWith("\\") ? line.substring(0, line.length() - 1) + " " : line);
            if (!line.endsWith("\\")) {
                mentions.addAll(requirement(whole.toString(), begin));
                whole.setLength(0);
            }
        }
        return mentions;
    }

    /// One requirement, or nothing if the line is none, such as an option of pip.
    static List<Mention> requirement(String line, int number) {
        var bare = OPTION.matcher(COMMENT.matcher(line).replaceFirst(""))
                .replaceFirst("")
                .strip();
        return RequirementLine.of(bare) instanceof RequirementLine.Required required
                ? List.of(Mention.declared(Ecosystem.PIP, required.name(), required.range(), number))
                : List.of();
    }

    static List<Mention> pyproject(String text) {
        if (!(Structured.read("toml", text) instanceof Structured.Tree(JsonNode root))) {
            return List.of();
        }
        var lines = Lines.of(text);
        var listed = Stream.of(
                        Stream.of(root.path("project").path("dependencies")),
                        root.path("project").path("optional-dependencies").valueStream(),
                        root.path("dependency-groups").valueStream(),
                        Stream.of(root.path("build-system").path("requires")))
                .flatMap(lists -> lists)
                .flatMap(JsonNode::valueStream)
                .filter(JsonNode::isString)
                .flatMap(line -> requirement(line.asString(), 1).stream());
        var poetry = root.path("tool").path("poetry");
        var groups = Stream.concat(
                Stream.of(poetry.path("dependencies"), poetry.path("dev-dependencies")),
                poetry.path("group").valueStream().map(group -> group.path("dependencies")));
        var named = groups.flatMap(group -> group.propertyStream())
                .filter(entry -> !entry.getKey().equals("python"))
                .map(entry ->
                        Mention.declared(Ecosystem.PIP, entry.getKey(), PoetryRange.of(version(entry.getValue())), 1));
        return Stream.concat(listed, named).map(one -> placed(one, lines)).toList();
    }

    private static Mention placed(Mention mention, Lines lines) {
        return new Mention(
                mention.ecosystem(), mention.name(), mention.kind(), mention.version(), lines.ofWord(mention.name()));
    }

    static String version(JsonNode value) {
        return value.isString() ? value.asString() : value.path("version").asString("");
    }

    static List<Mention> setupCfg(String text) {
        var mentions = new ArrayList<Mention>();
        var lines = text.split("\n", -1);
        boolean inside = false;
        boolean extras = false;
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i];
            if (line.startsWith("[")) {
                extras = line.strip().equals("[options.extras_require]");
                inside = false;
            } else if (!line.isBlank() && !Character.isWhitespace(line.charAt(0)) && !line.startsWith("#")) {
                inside = extras || line.startsWith("install_requires") || line.startsWith("setup_requires");
                var value = line.substring(line.indexOf('=') + 1);
                mentions.addAll(inside && line.contains("=") ? requirement(value, i + 1) : List.of());
            } else if (inside) {
                mentions.addAll(requirement(line, i + 1));
            }
        }
        return mentions;
    }

    static List<Mention> pipfileLock(String text) {
        if (!(Structured.read("json", text) instanceof Structured.Tree(JsonNode root))) {
            return List.of();
        }
        var lines = Lines.of(text);
        return Stream.of("default", "develop")
                .flatMap(group -> root.path(group).propertyStream())
                .map(entry -> Mention.locked(
                        Ecosystem.PIP,
                        entry.getKey(),
                        entry.getValue().path("version").asString("").replaceFirst("^==", ""),
                        lines.ofWord(entry.getKey())))
                .toList();
    }
}
