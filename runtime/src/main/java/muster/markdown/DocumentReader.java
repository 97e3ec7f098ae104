package muster.markdown;

import java.util.ArrayList;
import java.util.List;
import muster.markdown.Block.Paragraph;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Turns Markdown into sections and blocks with the lines they came from.
final class DocumentReader {
    /// Deeper nesting than this is taken as text; no plan nests so deep, and a hostile one must not exhaust the stack.
    private static final int DEEPEST = 64;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), TaskListItemsExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST)
            .build();

    private final List<Section> sections = new ArrayList<>();
    private final List<Section> open = new ArrayList<>();
    private final int onlyTitleLevel;
    private Text heading = Text.plain(1, "");
    private int level;
    private List<Block> blocks = new ArrayList<>();

    private DocumentReader(int onlyTitleLevel) {
        this.onlyTitleLevel = onlyTitleLevel;
    }

    static Document read(String name, String markdown) {
        Node root = PARSER.parse(markdown);
        DocumentReader reader = new DocumentReader(titleLevel(root));
        for (Node node = root.getFirstChild(); node != null; node = node.getNext()) {
            reader.add(node);
        }
        reader.close();
        return new Document(name, reader.sections);
    }

    /// The level of the first heading if no other heading has it: it then is the document's title and no topic.
    private static int titleLevel(Node root) {
        int first = 0;
        int same = 0;
        for (Node node = root.getFirstChild(); node != null; node = node.getNext()) {
            int found = node instanceof Heading heading && !isHeaderField(heading) ? heading.getLevel() : 0;
            first = first == 0 ? found : first;
            same += found != 0 && found == first ? 1 : 0;
        }
        return same == 1 ? first : 0;
    }

    private void add(Node node) {
        if (node instanceof Heading found && !isHeaderField(found)) {
            close();
            heading = Inlines.line(found);
            level = found.getLevel();
        } else if (node instanceof Heading underlined) {
            blocks.add(new Paragraph(Inlines.lines(underlined)));
        } else {
            blocks.addAll(Blocks.of(node));
        }
    }

    /// A line such as `**From**: x` above dashes is a heading for Markdown, yet a header field for its author.
    private static boolean isHeaderField(Heading heading) {
        List<Text> lines = Inlines.lines(heading);
        return lines.size() > 1
                || lines.stream().anyMatch(line -> line.hasKey() && !line.rest().isEmpty());
    }

    private void close() {
        while (!open.isEmpty() && open.getLast().level() >= level) {
            open.removeLast();
        }
        Section section = new Section(level, heading, open, topic(), blocks);
        sections.add(section);
        if (level > 0) {
            open.add(section);
        }
        blocks = new ArrayList<>();
    }

    private Topic topic() {
        Topic parent = open.isEmpty() ? Topic.OTHER : open.getLast().topic();
        return level == onlyTitleLevel || level == 0 ? Topic.OTHER : Topic.of(Headings.title(heading), parent);
    }
}
