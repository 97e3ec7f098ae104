package muster.probes.packages;

import java.util.List;
import java.util.stream.Stream;
import muster.probes.content.Structured;
import tools.jackson.databind.JsonNode;

/// Reads `package.json` and `package-lock.json`.
final class NodeFiles {
    private static final String FOLDER = "node_modules/";

    private NodeFiles() {}

    static List<Mention> manifest(String text) {
        if (!(Structured.read("json", text) instanceof Structured.Tree(JsonNode root))) {
            return List.of();
        }
        var lines = Lines.of(text);
        return Stream.of("dependencies", "devDependencies", "peerDependencies", "optionalDependencies")
                .flatMap(group -> root.path(group).propertyStream())
                .map(entry -> Mention.declared(
                        Ecosystem.NPM, entry.getKey(), entry.getValue().asString(""), lines.ofWord(entry.getKey())))
                .toList();
    }

    static List<Mention> lock(String text) {
        if (!(Structured.read("json", text) instanceof Structured.Tree(JsonNode root))) {
            return List.of();
        }
        var lines = Lines.of(text);
        var packages = root.path("packages");
        var entries = packages.isEmpty() ? root.path("dependencies") : packages;
        return entries.propertyStream()
                .filter(entry -> !entry.getKey().isEmpty())
                .filter(entry -> packages.isEmpty() || entry.getKey().contains(FOLDER))
                .filter(entry -> entry.getValue().path("version").isString())
                .map(entry -> Mention.locked(
                        Ecosystem.NPM,
                        entry.getKey().substring(afterFolder(entry.getKey())),
                        entry.getValue().path("version").asString(),
                        lines.ofWord(entry.getKey())))
                .toList();
    }

    private static int afterFolder(String path) {
        int folder = path.lastIndexOf(FOLDER);
        return folder < 0 ? 0 : folder + FOLDER.length();
    }
}
