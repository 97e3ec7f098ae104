package muster.packs.warehouse.generate;

import java.util.Map;

/// Where the rows of a table come from, and the expressions of the columns that a formula gives.
///
/// @param from what follows FROM; it offers `i` and `ts`
/// @param expressions SQL by column name
record Derivation(String from, Map<String, String> expressions) {
    Derivation {
        expressions = Map.copyOf(expressions);
    }
}
