package muster.storage;

/// One line of a journal, as it is stored and hashed.
///
/// @param sequence counts the entries of the journal from 1
/// @param version counts the entries of the run from 1
/// @param part counts the entries of the command from 0
/// @param at ISO 8601, UTC
/// @param payload the event as JSON text
/// @param hash SHA-256 over the hash before and everything above, in hex
record Entry(
        long sequence, String run, long version, String command, int part, String at, String payload, String hash) {

    ChainHead head() {
        return new ChainHead(sequence, hash);
    }

    String json() {
        return JsonOut.empty()
                .put("sequence", sequence)
                .put("run", run)
                .put("version", version)
                .put("command", command)
                .put("part", part)
                .put("at", at)
                .put("payload", payload)
                .put("hash", hash)
                .text();
    }

    Entry withHash(String computed) {
        return new Entry(sequence, run, version, command, part, at, payload, computed);
    }
}
