package muster.packs.warehouse.change;

/// One table's way from its name to another.
public record Renaming(String from, String to) {}
