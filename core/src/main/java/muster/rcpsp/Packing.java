package muster.rcpsp;

import java.util.List;

/// Amounts of several resources side by side in 64-bit words, each in a field with one more bit on top, the guard. A
/// demand fits into what is free if no guard is lost by subtracting: one operation for all resources of a word.
final class Packing {
    private static final int WORD = 64;

    final int words;
    /// All that there is, with the guards set; by word.
    final long[] capacity;
    /// The guards alone; by word.
    final long[] guard;
    private final int[] word;
    private final int[] shift;

    Packing(List<Integer> amounts) {
        word = new int[amounts.size()];
        shift = new int[amounts.size()];
        int last = 0;
        int used = 0;
        for (int resource = 0; resource < word.length; resource++) {
            int width = width(amounts.get(resource));
            boolean full = used + width > WORD;
            last += full ? 1 : 0;
            word[resource] = last;
            shift[resource] = full ? 0 : used;
            used = shift[resource] + width;
        }
        words = last + 1;
        guard = new long[words];
        for (int resource = 0; resource < word.length; resource++) {
            guard[word[resource]] |= 1L << (shift[resource] + width(amounts.get(resource)) - 1);
        }
        capacity = pack(amounts);
        for (int at = 0; at < words; at++) {
            capacity[at] |= guard[at];
        }
    }

    /// Amounts, none larger than what there is, by word.
    long[] pack(List<Integer> amounts) {
        var packed = new long[words];
        for (int resource = 0; resource < word.length; resource++) {
            packed[word[resource]] |= (long) amounts.get(resource) << shift[resource];
        }
        return packed;
    }

    private static int width(int amount) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(amount) + 1;
    }
}
