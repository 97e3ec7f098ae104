package muster.risk;

/// Random numbers that are counted, not drawn in turn: 64 bits for each seed, iteration and key. Any number can
/// be asked for at any time, so the order in which iterations are run, and on how many threads, does not matter
/// (the idea of Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3").
final class Draws {
    /// The golden ratio as a fraction of 2^64, whose multiples are spread evenly.
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final double HALF_STEP = 0x1.0p-53;

    /// What a number is used for; the same activity draws another one for each purpose.
    enum Purpose {
        DURATION,
        OCCURRENCE,
        DELAY,
        STRETCH,
        MONEY,
        AGAIN,
        ROUNDS,
        FACTOR
    }

    private Draws() {}

    /// The mixing function of SplitMix64 (Steele, Lea and Flood 2014; constants of Stafford's variant 13).
    static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /// The part of a number that all keys of an iteration have in common.
    static long iteration(long seed, long iteration) {
        return mix(mix(seed + GOLDEN) + iteration * GOLDEN);
    }

    /// The part of a number that depends on who draws it and for what.
    static long key(String id, Purpose purpose) {
        var text = purpose.name() + ' ' + id;
        long hash = GOLDEN;
        for (int at = 0; at < text.length(); at++) {
            hash = mix(hash * GOLDEN + text.charAt(at));
        }
        return mix(hash + GOLDEN);
    }

    /// The key of the same number in another round.
    static long again(long key, int round) {
        return mix(key + round * GOLDEN);
    }

    /// 64 bits, each of them as good as random.
    static long bits(long iteration, long key) {
        return mix(iteration + key);
    }

    /// A number between 0 and 1, never one of them.
    static double share(long bits) {
        return (bits >>> 12) * 0x1.0p-52 + HALF_STEP;
    }
}
