package muster.probes.packages;

import java.util.List;
import java.util.stream.Stream;
import muster.probes.content.Structured;
import tools.jackson.databind.JsonNode;

/// Reads `Cargo.toml` and the lock files that are lists of packages: `Cargo.lock`, `poetry.lock`, `uv.lock`.
final class TomlFiles {
    private TomlFiles() {}

    static List<Mention> cargo(String text) {
        if (!(Structured.read("toml", text) instanceof Structured.Tree(JsonNode root))) {
            return List.of();
        }
        var lines = Lines.of(text);
        var owners = Stream.concat(
                Stream.of(root, root.path("workspace")), root.path("target").valueStream());
        return owners.flatMap(owner -> Stream.of(
                        owner.path("dependencies"), owner.path("dev-dependencies"), owner.path("build-dependencies")))
                .flatMap(JsonNode::propertyStream)
                .map(entry -> Mention.declared(
                        Ecosystem.CARGO,
                        entry.getValue().path("package").asString(entry.getKey()),
                        PythonFiles.version(entry.getValue()),
                        lines.ofWord(entry.getKey())))
                .toList();
    }

    static List<Mention> lock(Ecosystem ecosystem, String text) {
        if (!(Structured.read("toml", text) instanceof Structured.Tree(JsonNode root))) {
            return List.of();
        }
        var lines = Lines.of(text);
        return root.path("package")
                .valueStream()
                .map(one -> Mention.locked(
                        ecosystem,
                        one.path("name").asString(""),
                        one.path("version").asString(""),
                        lines.ofWord(one.path("name").asString(""))))
                .filter(one -> !one.name().isEmpty())
                .toList();
    }
}
