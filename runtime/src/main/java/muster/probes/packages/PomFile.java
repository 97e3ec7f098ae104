package muster.probes.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import muster.probes.content.XmlTree;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// One `pom.xml` as it is written; nothing is filled in, no parent followed.
///
/// @param path where it lies in the workspace; none in the local repository
/// @param properties by name, in the file's order
/// @param managed what `dependencyManagement` holds, imports among it
record PomFile(
        @Nullable String path,
        Coordinates own,
        @Nullable Parent parent,
        Map<String, String> properties,
        List<Dependency> managed,
        List<Dependency> direct) {

    /// Group, artifact and version, each empty if it is not written.
    record Coordinates(String group, String artifact, String version) {
        @Override
        public String toString() {
            return group + ":" + artifact + ":" + version;
        }

        String name() {
            return group + ":" + artifact;
        }
    }

    /// @param relative where it should lie; none if it is said to lie nowhere near
    record Parent(Coordinates coordinates, @Nullable String relative, int line) {}

    /// @param line of its artifact
    record Dependency(Coordinates coordinates, Imported imported, int line) {}

    /// Whether an entry stands for all that another file manages.
    enum Imported {
        NO,
        YES
    }

    PomFile {
        properties = Map.copyOf(properties);
        managed = List.copyOf(managed);
        direct = List.copyOf(direct);
    }

    /// Nothing if the text is no XML.
    static Optional<PomFile> read(@Nullable String path, String text) {
        if (!(XmlTree.read(text) instanceof XmlTree.Parsed(Document document))) {
            return Optional.empty();
        }
        var project = document.getDocumentElement();
        var lines = Lines.of(text);
        var properties = new LinkedHashMap<String, String>();
        children(project, "properties")
                .flatMap(PomFile::elements)
                .forEach(one ->
                        properties.put(one.getTagName(), one.getTextContent().strip()));
        var managed = children(project, "dependencyManagement").flatMap(one -> dependencies(one, lines));
        return Optional.of(new PomFile(
                path,
                coordinates(project),
                children(project, "parent")
                        .findFirst()
                        .map(one -> parent(one, lines))
                        .orElse(null),
                properties,
                managed.toList(),
                dependencies(project, lines).toList()));
    }

    private static Parent parent(Element element, Lines lines) {
        var relative = children(element, "relativePath")
                .map(one -> one.getTextContent().strip())
                .findFirst()
                .orElse("../pom.xml");
        return new Parent(
                coordinates(element), relative.isEmpty() ? null : relative, lines.ofWord(text(element, "artifactId")));
    }

    private static Stream<Dependency> dependencies(Element element, Lines lines) {
        var found = new ArrayList<Dependency>();
        children(element, "dependencies")
                .flatMap(one -> children(one, "dependency"))
                .forEach(one -> found.add(new Dependency(
                        coordinates(one),
                        text(one, "scope").equals("import") ? Imported.YES : Imported.NO,
                        lines.ofWord(text(one, "artifactId")))));
        return found.stream();
    }

    private static Coordinates coordinates(Element element) {
        return new Coordinates(text(element, "groupId"), text(element, "artifactId"), text(element, "version"));
    }

    /// What it is called, the parent's group and version standing in for its own.
    Coordinates whole() {
        return parent == null
                ? own
                : new Coordinates(
                        own.group().isEmpty() ? parent.coordinates().group() : own.group(),
                        own.artifact(),
                        own.version().isEmpty() ? parent.coordinates().version() : own.version());
    }

    /// Its own properties, and those that stand for what it is called.
    Map<String, String> named() {
        var all = new HashMap<>(properties);
        var whole = whole();
        for (var prefix : List.of("project.", "pom.", "")) {
            all.putIfAbsent(prefix + "version", whole.version());
            all.putIfAbsent(prefix + "groupId", whole.group());
            all.putIfAbsent(prefix + "artifactId", whole.artifact());
        }
        if (parent != null) {
            all.putIfAbsent("project.parent.version", parent.coordinates().version());
            all.putIfAbsent("project.parent.groupId", parent.coordinates().group());
        }
        return all;
    }

    private static String text(Element parent, String name) {
        return children(parent, name)
                .map(one -> one.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static Stream<Element> children(Element parent, String name) {
        return elements(parent).filter(one -> one.getTagName().equals(name));
    }

    private static Stream<Element> elements(Element parent) {
        var nodes = new ArrayList<Node>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            nodes.add(node);
        }
        return nodes.stream().filter(Element.class::isInstance).map(Element.class::cast);
    }
}
