package muster.storage;

import java.util.function.Consumer;

/// Rows of a journal, in the order of the chain, as the lines of an export: one for each entry.
final class ExportLines {
    private final Consumer<String> line;
    private final ChainHash chain = new ChainHash();
    private String previous = ChainHead.NONE.hash();

    ExportLines(Consumer<String> line) {
        this.line = line;
    }

    void add(CommandRow row) {
        row.entries(previous, chain).forEach(entry -> line.accept(entry.json()));
        previous = row.hash();
    }
}
