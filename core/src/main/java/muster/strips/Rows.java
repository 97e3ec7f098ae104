package muster.strips;

import java.util.Arrays;
import java.util.List;

/// Rows of numbers of different lengths, laid out one after another: row `r` is `item[start[r]]` to
/// `item[start[r + 1] - 1]`.
final class Rows {
    final int[] start;
    final int[] item;

    private Rows(int[] start, int[] item) {
        this.start = start;
        this.item = item;
    }

    static Rows of(int[][] rows) {
        int[] start = new int[rows.length + 1];
        for (int row = 0; row < rows.length; row++) {
            start[row + 1] = start[row] + rows[row].length;
        }
        int[] item = new int[start[rows.length]];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, item, start[row], rows[row].length);
        }
        return new Rows(start, item);
    }

    static Rows of(List<FactSet> rows) {
        int[] start = new int[rows.size() + 1];
        for (int row = 0; row < rows.size(); row++) {
            start[row + 1] = start[row] + rows.get(row).size();
        }
        int[] item = new int[start[rows.size()]];
        for (int row = 0; row < rows.size(); row++) {
            rows.get(row).copyTo(item, start[row]);
        }
        return new Rows(start, item);
    }

    /// As many empty rows.
    static Rows empty(int rows) {
        return new Rows(new int[rows + 1], new int[0]);
    }

    int size() {
        return start.length - 1;
    }

    int length(int row) {
        return start[row + 1] - start[row];
    }

    int[] row(int row) {
        return Arrays.copyOfRange(item, start[row], start[row + 1]);
    }

    boolean contains(int row, int value) {
        for (int at = start[row]; at < start[row + 1]; at++) {
            if (item[at] == value) {
                return true;
            }
        }
        return false;
    }

    /// True if every number of one row is in a row of another.
    boolean within(int row, Rows other, int otherRow) {
        for (int at = start[row]; at < start[row + 1]; at++) {
            if (!other.contains(otherRow, item[at])) {
                return false;
            }
        }
        return true;
    }

    /// For each number from 0 to `numbers - 1`, the rows that contain it, ascending.
    Rows inverse(int numbers) {
        int[] first = new int[numbers + 1];
        for (int value : item) {
            first[value + 1]++;
        }
        for (int value = 0; value < numbers; value++) {
            first[value + 1] += first[value];
        }
        int[] next = Arrays.copyOf(first, numbers);
        int[] rows = new int[item.length];
        for (int row = 0; row < size(); row++) {
            for (int at = start[row]; at < start[row + 1]; at++) {
                rows[next[item[at]]++] = row;
            }
        }
        return new Rows(first, rows);
    }
}
