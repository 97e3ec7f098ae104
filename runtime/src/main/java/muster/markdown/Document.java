package muster.markdown;

import java.util.List;
import java.util.stream.Stream;
import muster.plan.Source;

/// A document as sections in order, each with its blocks and lines.
record Document(String name, List<Section> sections) {
    Document {
        sections = List.copyOf(sections);
    }

    Source at(int line) {
        return new Source(name, line);
    }

    /// Sections about one of the topics.
    List<Section> about(Topic... topics) {
        List<Topic> wanted = List.of(topics);
        return sections.stream()
                .filter(section -> wanted.contains(section.topic()))
                .toList();
    }

    Stream<Entry> entries() {
        return sections.stream().flatMap(section -> section.entries().stream());
    }

    /// Every line of prose in order of sections: headings, paragraphs, items and cells, but nothing in fences.
    Stream<Text> prose() {
        return sections.stream().flatMap(Document::proseOf);
    }

    static Stream<Text> proseOf(Section section) {
        Stream<Text> heading = section.level() == 0 ? Stream.empty() : Stream.of(section.heading());
        Stream<Text> items = section.entries().stream().flatMap(entry -> Prose.of(entry.item()));
        return Stream.of(heading, section.lines().stream(), items, Prose.cells(section.tables()))
                .flatMap(lines -> lines);
    }

    /// Lines of the document's own introduction: before any heading, and below its title.
    List<Text> opening() {
        return sections.stream()
                .filter(section -> section.level() == 0 || isTitle(section))
                .flatMap(section -> section.lines().stream())
                .toList();
    }

    private boolean isTitle(Section section) {
        return section.ancestors().isEmpty()
                && sections.stream()
                        .filter(other -> other.level() > 0)
                        .findFirst()
                        .map(first -> first.line() == section.line())
                        .orElse(false);
    }

    /// The text of the first heading, or the name of the document.
    Text title() {
        return sections.stream()
                .filter(section -> section.level() > 0)
                .map(Section::heading)
                .filter(heading -> !heading.plain().isEmpty())
                .findFirst()
                .orElseGet(() -> Text.plain(1, name.replaceFirst("^.*/", "").replaceFirst("\\.[A-Za-z]+$", "")));
    }
}
