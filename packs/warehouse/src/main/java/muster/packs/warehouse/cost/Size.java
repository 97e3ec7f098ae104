package muster.packs.warehouse.cost;

/// How much is in a table by the statistics of the engine.
public record Size(long rows, long bytes) {
    static final Size NONE = new Size(0, 0);

    /// A column of 8 bytes, such as a time or a number.
    private static final int WIDTH = 8;

    /// The bytes of one such column.
    public long column() {
        return rows * WIDTH;
    }
}
