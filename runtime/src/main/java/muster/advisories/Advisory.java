package muster.advisories;

import java.util.List;

/// A published vulnerability.
///
/// @param id such as `GHSA-2m57-hf25-phgg`
/// @param aliases ids of the same in other databases, such as `CVE-2024-0001`
/// @param severity as its source rates it: `CRITICAL`, `HIGH`, `MODERATE`, `LOW`; empty if it does not
record Advisory(String id, List<String> aliases, String summary, String severity, List<Affected> affected) {
    Advisory {
        aliases = List.copyOf(aliases);
        affected = List.copyOf(affected);
    }
}
