package muster.packs.warehouse.generate;

import java.util.List;

/// Values for columns without a formula: plausible by type and name, seeded by table and column.
final class PlainValues {
    private static final List<String> PRICE_WORDS = List.of("_val", "mean", "_min_", "_max_", "source_value", "_avg");

    private PlainValues() {}

    static String of(Column column, TableName table) {
        int seed = table.seed() * 31 + column.name().hashCode();
        return switch (column.type()) {
            case TIMESTAMP -> "ts";
            case BOOL -> "hash(i, %d) %% 2 = 0".formatted(seed);
            case INT64 -> "(hash(i, %d) %% 100)::BIGINT".formatted(seed);
            case FLOAT64 -> number(column, table, seed);
            case STRING -> "'" + word(column, table) + "'";
        };
    }

    private static String number(Column column, TableName table, int seed) {
        var price = !table.holdsMomentum() && PRICE_WORDS.stream().anyMatch(column.name()::contains);
        return "%s(hash(i, %d) %% 200001) / 100000.0 - 1".formatted(price ? "100 + " : "", seed);
    }

    private static String word(Column column, TableName table) {
        var name = column.name();
        if (name.endsWith("regime")) {
            return List.of("low", "medium", "high").get(Math.floorMod(table.seed(), 3));
        }
        if (name.contains("pair")) {
            return table.pairs().isEmpty() ? "" : table.pairs().getFirst();
        }
        return name.contains("curr") ? table.parts().getLast() : name;
    }
}
