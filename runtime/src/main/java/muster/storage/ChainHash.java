package muster.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The hashes of a chain: SHA-256 over the hash before and all that an entry says, a line each. One digest serves all
/// entries, because to ask for one takes as long as a short hash. For one thread.
final class ChainHash {
    private final MessageDigest sha256;

    ChainHash() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /// The hash, in hex, that an entry must have if the one before has this hash.
    String after(String previous, Entry entry) {
        return after(previous, entry.sequence(), sealed(entry));
    }

    /// The same for an entry of which this is [#sealed].
    String after(String previous, long sequence, byte[] sealed) {
        sha256.update((previous + '\n' + sequence).getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(sha256.digest(sealed));
    }

    /// All that an entry says but its number, each after a line feed.
    static byte[] sealed(Entry entry) {
        var text = '\n'
                + entry.run()
                + '\n'
                + entry.version()
                + '\n'
                + entry.command()
                + '\n'
                + entry.part()
                + '\n'
                + entry.at()
                + '\n'
                + entry.payload();
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
