package muster.strips;

import java.util.Arrays;

/// All states that a search has met, each under a number from 0 on, in flat arrays: states in blocks, numbers in one
/// open-addressing table.
final class StateTable {
    private static final int BLOCK_BITS = 12;
    private static final int BLOCK = 1 << BLOCK_BITS;

    /// Room for the states of the smallest searches, which are over sooner than more is cleared.
    private static final int FEW = 16;

    private final int words;
    private long[][] block = new long[8][];
    private int[] table = new int[FEW * 2];
    private int size;
    private boolean isNew;

    StateTable(int words) {
        this.words = words;
    }

    int size() {
        return size;
    }

    /// True if the last [#number] was the first for its state.
    boolean isNew() {
        return isNew;
    }

    /// The number of a state, a new one if it was not met before.
    int number(long[] state) {
        int mask = table.length - 1;
        int place = hash(state) & mask;
        while (table[place] != 0) {
            if (equal(table[place] - 1, state)) {
                isNew = false;
                return table[place] - 1;
            }
            place = (place + 1) & mask;
        }
        isNew = true;
        table[place] = size + 1;
        keep(state);
        if (size * 2 > table.length) {
            grow();
        }
        return size - 1;
    }

    void state(int number, long[] into) {
        System.arraycopy(block[number >>> BLOCK_BITS], (number & BLOCK - 1) * words, into, 0, words);
    }

    private void keep(long[] state) {
        int at = size >>> BLOCK_BITS;
        if (at == block.length) {
            block = Arrays.copyOf(block, at * 2);
        }
        if (block[at] == null) {
            block[at] = new long[words * (size == 0 ? FEW : BLOCK)];
        } else if (block[at].length <= (size & BLOCK - 1) * words) {
            block[at] = Arrays.copyOf(block[at], Math.min(BLOCK * words, block[at].length * 4));
        }
        System.arraycopy(state, 0, block[at], (size & BLOCK - 1) * words, words);
        size++;
    }

    private boolean equal(int number, long[] state) {
        long[] in = block[number >>> BLOCK_BITS];
        int from = (number & BLOCK - 1) * words;
        for (int word = 0; word < words; word++) {
            if (in[from + word] != state[word]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        int[] old = table;
        table = new int[old.length * 2];
        int mask = table.length - 1;
        long[] state = new long[words];
        for (int entry : old) {
            if (entry != 0) {
                state(entry - 1, state);
                table[free(hash(state) & mask, mask)] = entry;
            }
        }
    }

    private int free(int from, int mask) {
        int place = from;
        while (table[place] != 0) {
            place = (place + 1) & mask;
        }
        return place;
    }

    /// Multiply and rotate per word, then the finish of MurmurHash3.
    private static int hash(long[] state) {
        long hash = state.length;
        for (long word : state) {
            hash = Long.rotateLeft(hash ^ word * 0x9E3779B97F4A7C15L, 29) * 0xBF58476D1CE4E5B9L;
        }
        hash ^= hash >>> 33;
        hash *= 0xFF51AFD7ED558CCDL;
        return (int) (hash ^ hash >>> 29);
    }
}
