package muster.markdown;

import java.util.List;
import java.util.stream.Stream;
import muster.markdown.Block.Fence;
import muster.markdown.Block.Items;
import muster.markdown.Block.Paragraph;
import muster.markdown.Block.Quote;
import muster.markdown.Block.Table;

/// The lines of prose in blocks, nothing from fences.
final class Prose {
    private Prose() {}

    /// An item's own lines; the items nested in it stand for themselves.
    static Stream<Text> of(Item item) {
        return Stream.concat(Stream.of(item.text()), item.more().stream().flatMap(Prose::of));
    }

    private static Stream<Text> of(Block block) {
        return switch (block) {
            case Paragraph paragraph -> paragraph.lines().stream();
            case Quote quote -> quote.blocks().stream().flatMap(Prose::of);
            case Table table -> cells(List.of(table));
            case Items _, Fence _ -> Stream.empty();
        };
    }

    static Stream<Text> cells(List<Table> tables) {
        return tables.stream().flatMap(table -> table.rows().stream()).flatMap(row -> row.cells().stream());
    }
}
