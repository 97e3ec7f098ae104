package muster.risk;

import java.util.List;

/// Lists of numbers, one list per row, in one array: compressed sparse rows.
///
/// @param first where each row begins; one entry more than there are rows
@SuppressWarnings("ArrayRecordComponent") // never compared; it is the layout itself
record Rows(int[] first, int[] values) {

    static Rows of(List<List<Integer>> rows) {
        var first = new int[rows.size() + 1];
        for (int row = 0; row < rows.size(); row++) {
            first[row + 1] = first[row] + rows.get(row).size();
        }
        var values =
                rows.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
        return new Rows(first, values);
    }

    int from(int row) {
        return first[row];
    }

    int until(int row) {
        return first[row + 1];
    }

    boolean isEmpty(int row) {
        return first[row] == first[row + 1];
    }
}
