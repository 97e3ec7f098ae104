package muster.markdown;

import java.util.ArrayList;
import java.util.List;
import muster.markdown.Block.Fence;
import muster.markdown.Block.Items;
import muster.markdown.Block.Paragraph;
import muster.markdown.Block.Quote;
import muster.markdown.Block.Table;
import muster.markdown.Item.Tick;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;

/// Turns nodes of the Markdown parser into blocks.
final class Blocks {
    private Blocks() {}

    /// The block of a node; nothing for rules, comments and raw HTML.
    static List<Block> of(Node node) {
        return switch (node) {
            case org.commonmark.node.Paragraph paragraph -> paragraph(paragraph);
            case Heading heading -> paragraph(heading);
            case ListBlock list -> List.of(items(list));
            case FencedCodeBlock fence -> List.of(new Fence(Inlines.lineOf(fence), info(fence), fence.getLiteral()));
            case IndentedCodeBlock code -> List.of(new Fence(Inlines.lineOf(code), "", code.getLiteral()));
            case TableBlock table -> List.of(table(table));
            case BlockQuote quote -> List.of(new Quote(inside(quote)));
            case null, default -> List.of();
        };
    }

    private static List<Block> paragraph(Node node) {
        List<Text> lines = Inlines.lines(node);
        return lines.isEmpty() ? List.of() : List.of(new Paragraph(lines));
    }

    private static String info(FencedCodeBlock fence) {
        String info = fence.getInfo();
        return info == null ? "" : info.strip().replaceFirst("\\s.*", "");
    }

    private static List<Block> inside(Node parent) {
        List<Block> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            blocks.addAll(of(node));
        }
        return blocks;
    }

    private static Items items(ListBlock list) {
        List<Item> items = new ArrayList<>();
        for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
            items.add(item(node, items.size() + 1));
        }
        return new Items(items);
    }

    private static Item item(Node node, int number) {
        Tick tick = Tick.NONE;
        if (node.getFirstChild() instanceof TaskListItemMarker marker) {
            tick = marker.isChecked() ? Tick.DONE : Tick.OPEN;
        }
        List<Block> blocks = inside(node);
        if (!blocks.isEmpty() && blocks.getFirst() instanceof Paragraph(List<Text> lines)) {
            return new Item(Inlines.joined(lines), number, tick, blocks.subList(1, blocks.size()), lines);
        }
        return new Item(Text.plain(Inlines.lineOf(node), ""), number, tick, blocks, List.of());
    }

    private static Table table(TableBlock table) {
        List<Text> head = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            boolean isHead = part instanceof TableHead;
            rows(part).forEach(row -> {
                head.addAll(isHead ? row.cells() : List.of());
                rows.addAll(isHead ? List.of() : List.of(row));
            });
        }
        return new Table(head, rows);
    }

    private static List<Row> rows(Node part) {
        List<Row> rows = new ArrayList<>();
        for (Node row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
            rows.add(new Row(Inlines.lineOf(row), cells(row)));
        }
        return rows;
    }

    private static List<Text> cells(Node row) {
        List<Text> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell instanceof TableCell; cell = cell.getNext()) {
            cells.add(Inlines.line(cell));
        }
        return cells;
    }
}
