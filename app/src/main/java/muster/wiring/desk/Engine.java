package muster.wiring.desk;

import java.util.function.Consumer;
import muster.engines.Dispatch;

/// An engine that brings what is said to runs.
///
/// @param says is told when it does not, and the store is told itself
public record Engine(Dispatch dispatch, Consumer<String> says) {}
