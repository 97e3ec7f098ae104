package muster.packs.warehouse.naming;

import java.util.List;
import java.util.stream.Collectors;
import muster.plan.Location;
import muster.plan.Problem;

/// One line of a rule file, with the place of every word.
///
/// @param problems where to put complaints
record NamingLine(String file, int number, List<Word> words, List<Problem> problems) {

    /// @param column 1-based
    record Word(String text, int column) {}

    String word(int index) {
        return words.get(index).text();
    }

    int size() {
        return words.size();
    }

    /// The words from an index on.
    List<String> from(int index) {
        return words.stream().skip(index).map(Word::text).toList();
    }

    String textFrom(int index) {
        return from(index).stream().collect(Collectors.joining(" "));
    }

    void complain(int index, String message) {
        int column = index < words.size() ? words.get(index).column() : 1;
        problems.add(Problem.at(new Location(file, number, column), message));
    }

    void complain(int index, String message, String hint) {
        int column = index < words.size() ? words.get(index).column() : 1;
        problems.add(new Problem(new Location(file, number, column), message, hint));
    }

    /// Whether the line has exactly so many words; complains if not.
    boolean isOf(int count, String form) {
        if (words.size() > count) {
            complain(count, "expected '" + form + "', and nothing behind it");
            return false;
        }
        return has(count, form);
    }

    /// Whether the line has enough words; complains if not.
    boolean has(int count, String form) {
        if (words.size() < count) {
            complain(0, "expected '" + form + "'");
        }
        return words.size() >= count;
    }
}
