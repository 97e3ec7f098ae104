package muster.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import muster.markdown.Block.Fence;
import muster.markdown.Block.Items;
import muster.markdown.Block.Paragraph;
import muster.markdown.Block.Quote;
import muster.markdown.Block.Table;
import org.jspecify.annotations.Nullable;

/// All prose and all tables of a document in order; fences are left out, and quotations unless they are notes of the
/// document's own.
final class Passages {
    private static final Pattern NOTE =
            Pattern.compile("(?i)^(?:\\[!|(?:note|warning|status|important|tip|info)\\b).*");

    private final List<Passage> prose = new ArrayList<>();
    private final List<Placed> tables = new ArrayList<>();

    /// A table and the headings over it.
    record Placed(Table table, String setting) {}

    private Passages() {}

    static Passages of(Document document) {
        Passages passages = new Passages();
        document.sections().forEach(passages::section);
        return passages;
    }

    List<Passage> prose() {
        return prose;
    }

    List<Placed> tables() {
        return tables;
    }

    private void section(Section section) {
        StringBuilder setting = new StringBuilder();
        section.ancestors().forEach(above -> setting.append(above.title()).append(" / "));
        setting.append(section.title());
        if (section.level() > 0) {
            prose.add(new Passage(List.of(section.heading()), "", setting.toString()));
        }
        blocks(section.blocks(), setting.toString());
    }

    private void blocks(List<Block> blocks, String setting) {
        String label = "";
        for (Block block : blocks) {
            block(block, label.isEmpty() ? setting : setting + " / " + label);
            label = label(block);
        }
    }

    private static String label(@Nullable Block block) {
        if (block instanceof Paragraph paragraph) {
            String last = paragraph.lines().getLast().plain();
            return last.endsWith(":") ? last : "";
        }
        return "";
    }

    private void block(Block block, String setting) {
        switch (block) {
            case Paragraph paragraph -> paragraph(paragraph.lines(), setting);
            case Items items -> items.items().forEach(item -> item(item, setting));
            case Table table -> tables.add(new Placed(table, setting));
            case Quote quote -> quote(quote, setting);
            case Fence _ -> {}
        }
    }

    /// A block of `Key: value` lines is one passage for each line; running text is one for all.
    private void paragraph(List<Text> lines, String setting) {
        boolean fields = lines.stream().allMatch(line -> line.field() != null && line.hasKey());
        if (fields) {
            lines.forEach(line -> prose.add(new Passage(List.of(line), "", setting)));
        } else {
            prose.add(new Passage(lines, "", setting));
        }
    }

    private void item(Item item, String setting) {
        if (!item.lines().isEmpty()) {
            prose.add(new Passage(item.lines(), "", item.tick() == Item.Tick.OPEN ? setting + " / todo" : setting));
        }
        blocks(item.more(), setting);
    }

    private void quote(Quote quote, String setting) {
        boolean own = quote.blocks().stream()
                .limit(1)
                .anyMatch(block -> block instanceof Paragraph paragraph
                        && NOTE.matcher(paragraph.lines().getFirst().plain()).matches());
        if (own) {
            blocks(quote.blocks(), setting);
        }
    }
}
