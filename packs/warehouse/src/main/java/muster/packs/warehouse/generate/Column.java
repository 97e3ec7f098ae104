package muster.packs.warehouse.generate;

/// One column of a table to generate.
public record Column(String name, ColumnType type) {}
