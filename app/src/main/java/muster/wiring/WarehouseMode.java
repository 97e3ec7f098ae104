package muster.wiring;

import java.util.function.Consumer;

/// How far an action of the warehouse goes.
public sealed interface WarehouseMode {

    /// It is done.
    record Real() implements WarehouseMode {}

    /// It is done, told, and taken back.
    ///
    /// @param told each statement
    record Rehearsal(Consumer<String> told) implements WarehouseMode {}
}
