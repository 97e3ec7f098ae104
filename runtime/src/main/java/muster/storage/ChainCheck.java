package muster.storage;

/// The outcome of verifying a journal's hash chain.
public sealed interface ChainCheck {

    /// Every entry is as it was written.
    record ChainHolds(ChainHead head) implements ChainCheck {}

    /// Something was changed, removed, swapped or cut off.
    ///
    /// @param at sequence number of the first entry that is wrong
    record ChainBroken(long at, String why) implements ChainCheck {}
}
