package muster.storage;

/// The last link of a journal's hash chain. Whoever keeps a copy elsewhere can tell later whether the tail was cut off.
///
/// @param sequence number of entries
/// @param hash SHA-256 in hex
public record ChainHead(long sequence, String hash) {
    /// The head of an empty journal.
    public static final ChainHead NONE = new ChainHead(0, "0".repeat(64));
}
