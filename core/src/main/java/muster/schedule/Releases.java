package muster.schedule;

/// What each item gives back when it is finished, as a range of numbers in compressed sparse rows.
final class Releases {
    private final int[] at;
    final int[] capacity;
    final long[] amount;

    /// A taker in several ways takes the same, since demands are its own.
    Releases(int size, Ways ways) {
        at = new int[size + 1];
        int holds = 0;
        for (int item = 0; item < size; item++) {
            holds += count(item, ways);
        }
        capacity = new int[holds];
        amount = new long[holds];
        int[] next = new int[size];
        for (int item = 0; item < size; item++) {
            at[item + 1] += at[item];
            next[item] = at[item];
        }
        for (int item = 0; item < size; item++) {
            fill(item, ways, next);
        }
    }

    int start(int item) {
        return at[item];
    }

    int end(int item) {
        return at[item + 1];
    }

    private int count(int item, Ways ways) {
        int count = 0;
        for (int hold = holdStart(item, ways); hold < holdEnd(item, ways); hold++) {
            if (ways.until(hold) >= 0) {
                at[ways.until(hold) + 1]++;
                count++;
            }
        }
        return count;
    }

    private void fill(int item, Ways ways, int[] next) {
        for (int hold = holdStart(item, ways); hold < holdEnd(item, ways); hold++) {
            if (ways.until(hold) >= 0) {
                int place = next[ways.until(hold)]++;
                capacity[place] = ways.capacity(hold);
                amount[place] = ways.amount(hold);
            }
        }
    }

    private static int holdStart(int item, Ways ways) {
        return ways.count(item) == 0 ? 0 : ways.holdStart(ways.first(item));
    }

    private static int holdEnd(int item, Ways ways) {
        return ways.count(item) == 0 ? 0 : ways.holdEnd(ways.first(item));
    }
}
