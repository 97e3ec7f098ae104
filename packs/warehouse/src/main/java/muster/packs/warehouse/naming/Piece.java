package muster.packs.warehouse.naming;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/// A part of a form: text as it stands, or the place of one value of a list.
sealed interface Piece {

    /// Where this piece may end in a name in which it begins at an index, the longest first.
    List<Integer> ends(String name, int from);

    /// Text that stands in every name of the form.
    record Text(String text) implements Piece {
        @Override
        public List<Integer> ends(String name, int from) {
            return name.startsWith(text, from) ? List.of(from + text.length()) : List.of();
        }
    }

    /// One of some words.
    ///
    /// @param lengths of the words, each once, the longest first
    record Listed(Set<String> words, List<Integer> lengths) implements Piece {
        static Listed of(Set<String> words) {
            return new Listed(
                    words,
                    words.stream()
                            .map(String::length)
                            .distinct()
                            .sorted((a, b) -> b - a)
                            .toList());
        }

        @Override
        public List<Integer> ends(String name, int from) {
            var ends = new ArrayList<Integer>();
            for (int length : lengths) {
                if (from + length <= name.length() && words.contains(name.substring(from, from + length))) {
                    ends.add(from + length);
                }
            }
            return ends;
        }
    }

    /// Any word of these characters.
    ///
    /// @param least characters, at least one
    record Open(BitSet characters, int least, int most) implements Piece {
        @Override
        public List<Integer> ends(String name, int from) {
            int last = from;
            while (last < name.length() && last - from < most && characters.get(name.charAt(last))) {
                last++;
            }
            var ends = new ArrayList<Integer>();
            for (int end = last; end - from >= least; end--) {
                ends.add(end);
            }
            return ends;
        }

        boolean has(String word) {
            return word.length() >= least
                    && word.length() <= most
                    && word.chars().allMatch(characters::get);
        }
    }
}
