package muster.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import muster.run.Recorded;
import muster.run.RunId;

/// What one command led to, as it is stored: its entries follow one another, so that they are kept together. The hash
/// of the last seals them all.
///
/// @param sequence of the last entry
/// @param began what stands for the run, see [Extent]
/// @param version of the last entry
/// @param at ISO 8601, UTC
/// @param events JSON text, one line each
/// @param hash of the last entry
record CommandRow(
        long sequence, long began, String run, long version, String command, String at, String events, String hash) {
    private static final String BETWEEN = "\n";

    /// The text of events that are kept together.
    static String text(List<String> payloads) {
        return String.join(BETWEEN, payloads);
    }

    List<String> payloads() {
        return List.of(events.split(BETWEEN, -1));
    }

    ChainHead head() {
        return new ChainHead(sequence, hash);
    }

    List<Recorded> recorded() {
        var decided = Instant.parse(at);
        var id = new RunId(run);
        var payloads = payloads();
        var recorded = new ArrayList<Recorded>(payloads.size());
        var before = version - payloads.size();
        for (var payload : payloads) {
            before++;
            recorded.add(new Recorded(id, before, command, decided, EventReader.event(payload)));
        }
        return recorded;
    }

    /// The entries, the last with the hash that is stored.
    ///
    /// @param previous hash of the entry before
    List<Entry> entries(String previous, ChainHash chain) {
        var payloads = payloads();
        var entries = new ArrayList<Entry>(payloads.size());
        var before = previous;
        for (var part = 0; part < payloads.size(); part++) {
            var left = payloads.size() - 1 - part;
            var entry = new Entry(sequence - left, run, version - left, command, part, at, payloads.get(part), hash);
            before = left == 0 ? hash : chain.after(before, entry);
            entries.add(entry.withHash(before));
        }
        return entries;
    }
}
