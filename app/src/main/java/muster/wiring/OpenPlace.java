package muster.wiring;

import java.time.InstantSource;
import muster.storage.Journal;

/// A workspace whose journal is open.
///
/// @param journal stays open
public record OpenPlace(Workspace place, Journal journal, InstantSource clock) {}
