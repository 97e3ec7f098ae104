package muster.packs.warehouse.naming;

/// The definitions of "violation" for columns, each wider than the one before.
public enum ColumnReading {
    /// The standard's pattern for features, applied to every column.
    C1("pattern"),
    /// The pattern, or a reserved name.
    C2("pattern_or_reserved"),
    /// As the prose has it: also `bqx_45`, whose pattern would want three components, and targets.
    C3("prose"),
    /// Also the columns that the standard mandates although its own pattern forbids them.
    C4("mandated");

    private final String title;

    ColumnReading(String title) {
        this.title = title;
    }

    /// The name under which its counts are quoted.
    public String title() {
        return title;
    }
}
