package muster.markdown;

import java.util.List;

/// A block of a document, with the lines it came from.
sealed interface Block {

    record Paragraph(List<Text> lines) implements Block {
        public Paragraph {
            lines = List.copyOf(lines);
        }
    }

    record Items(List<Item> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// A fenced code block; `info` is the word after the fence.
    record Fence(int line, String info, String content) implements Block {}

    record Table(List<Text> head, List<Row> rows) implements Block {
        public Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }

    record Quote(List<Block> blocks) implements Block {
        public Quote {
            blocks = List.copyOf(blocks);
        }
    }
}
