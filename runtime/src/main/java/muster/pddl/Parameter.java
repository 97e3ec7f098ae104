package muster.pddl;

import java.util.List;

/// A variable and what may stand for it.
///
/// @param name with its question mark
/// @param types it is of one of these (`either`)
public record Parameter(String name, List<String> types) {
    public Parameter {
        types = List.copyOf(types);
    }
}
