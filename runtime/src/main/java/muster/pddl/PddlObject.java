package muster.pddl;

import java.util.List;

/// Something that actions can be about.
///
/// @param types it is of each of these
public record PddlObject(String name, List<String> types) {
    public PddlObject {
        types = List.copyOf(types);
    }
}
