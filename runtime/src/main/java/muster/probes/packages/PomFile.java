package muster.probes.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.probes.content.XmlTree;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Reads `pom.xml`; properties of the same file are filled in, parents are not followed.
final class PomFile {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]*+)}");

    private PomFile() {}

    static List<Mention> read(String text) {
        if (!(XmlTree.read(text) instanceof XmlTree.Parsed(Document document))) {
            return List.of();
        }
        var project = document.getDocumentElement();
        var properties = new HashMap<String, String>();
        children(project, "properties")
                .flatMap(all -> elements(all))
                .forEach(one ->
                        properties.put(one.getTagName(), one.getTextContent().strip()));
        properties.putIfAbsent("project.version", text(project, "version"));
        var managed = children(project, "dependencyManagement")
                .flatMap(one -> children(one, "dependencies"))
                .flatMap(one -> children(one, "dependency"))
                .toList();
        var direct = children(project, "dependencies")
                .flatMap(one -> children(one, "dependency"))
                .toList();
        return mentions(direct, versions(managed, properties), properties, Lines.of(text));
    }

    private static List<Mention> mentions(
            List<Element> direct, Map<String, String> managed, Map<String, String> properties, Lines lines) {
        var mentions = new ArrayList<Mention>();
        for (var dependency : direct) {
            var name = name(dependency, properties);
            var own = filled(text(dependency, "version"), properties);
            var version = own.isEmpty() ? managed.getOrDefault(name, "") : own;
            mentions.add(
                    Mention.declared(Ecosystem.MAVEN, name, version, lines.ofWord(text(dependency, "artifactId"))));
        }
        return mentions;
    }

    private static Map<String, String> versions(List<Element> managed, Map<String, String> properties) {
        var versions = new HashMap<String, String>();
        managed.forEach(one -> versions.put(name(one, properties), filled(text(one, "version"), properties)));
        return versions;
    }

    private static String name(Element dependency, Map<String, String> properties) {
        return filled(text(dependency, "groupId"), properties) + ":"
                + filled(text(dependency, "artifactId"), properties);
    }

    /// Properties within properties are filled in once; a property that is not there stays as it is written.
    private static String filled(String text, Map<String, String> properties) {
        return PROPERTY.matcher(text)
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                        properties.getOrDefault(match.group(1), match.group())));
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
