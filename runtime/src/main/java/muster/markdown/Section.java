package muster.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import muster.markdown.Block.Fence;
import muster.markdown.Block.Items;
import muster.markdown.Block.Paragraph;
import muster.markdown.Block.Quote;
import muster.markdown.Block.Table;
import org.jspecify.annotations.Nullable;

/// A heading and the blocks up to the next heading.
///
/// @param level 1 to 6; 0 for what stands before the first heading
/// @param ancestors headings above it, outermost first
record Section(int level, Text heading, List<Section> ancestors, Topic topic, List<Block> blocks) {
    Section {
        ancestors = List.copyOf(ancestors);
        blocks = List.copyOf(blocks);
    }

    String title() {
        return Headings.title(heading);
    }

    int line() {
        return heading.line();
    }

    /// Lines of its paragraphs, quotes included.
    List<Text> lines() {
        return blocks.stream().flatMap(Section::linesOf).toList();
    }

    private static Stream<Text> linesOf(Block block) {
        return switch (block) {
            case Paragraph paragraph -> paragraph.lines().stream();
            case Quote quote -> quote.blocks().stream().flatMap(Section::linesOf);
            case Items _, Fence _, Table _ -> Stream.empty();
        };
    }

    /// Items of its lists, nested ones after the one they stand in.
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        collect(blocks, 0, entries);
        return entries;
    }

    private void collect(List<Block> within, int depth, List<Entry> entries) {
        Text label = null;
        for (Block block : within) {
            if (block instanceof Items items) {
                addItems(items, label, depth, entries);
            }
            label = block instanceof Paragraph paragraph ? labelOf(paragraph) : null;
        }
    }

    private void addItems(Items items, @Nullable Text label, int depth, List<Entry> entries) {
        for (Item item : items.items()) {
            entries.add(new Entry(this, label, item, depth));
            collect(item.more(), depth + 1, entries);
        }
    }

    private static @Nullable Text labelOf(Paragraph paragraph) {
        Text last = paragraph.lines().getLast();
        boolean opens = last.plain().endsWith(":")
                || (last.lead() != null && last.rest().isEmpty());
        return opens ? last : null;
    }

    List<Fence> fences() {
        return blocks.stream()
                .filter(Fence.class::isInstance)
                .map(Fence.class::cast)
                .toList();
    }

    List<Table> tables() {
        return blocks.stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }
}
