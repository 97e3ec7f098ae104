package muster.clouds;

import java.util.Set;
import muster.probes.cloud.Connections;

/// Services ready to be probed.
///
/// @param secrets texts that must never be recorded; to be handed to the redaction
public record Connected(Connections connections, Set<String> secrets) {
    public Connected {
        secrets = Set.copyOf(secrets);
    }

    @Override
    public String toString() {
        // Its parts are secrets, and what leads to them.
        return "Connected";
    }
}
