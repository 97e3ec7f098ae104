package muster.report;

import java.util.List;
import java.util.stream.Stream;

/// How much a summary says.
///
/// @param items the most items of a list; what is cut is counted
/// @param characters the longest text
record Brevity(int items, int characters) {
    /// From much to little, each shorter than the one before; the last always fits on three pages.
    static final List<Brevity> STEPS = List.of(
            new Brevity(12, 600),
            new Brevity(9, 400),
            new Brevity(7, 320),
            new Brevity(6, 260),
            new Brevity(5, 220),
            new Brevity(4, 180),
            new Brevity(3, 140),
            new Brevity(2, 120),
            new Brevity(1, 100),
            new Brevity(0, 80));

    /// Questions are answered one by one; beyond that many, the rest is counted.
    private static final int MOST_QUESTIONS = 12;

    List<String> cut(List<String> texts) {
        var kept = texts.stream().limit(items).map(this::cut);
        return texts.size() <= items
                ? kept.toList()
                : Stream.concat(kept, Stream.of(more(texts.size() - items))).toList();
    }

    String cut(String text) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters)).strip() + "…";
    }

    /// Ids are short: nothing is said of those left out, because the other documents hold them.
    List<String> few(List<String> ids) {
        return ids.size() <= items ? ids : ids.subList(0, items);
    }

    int questions() {
        return Math.max(items, MOST_QUESTIONS);
    }

    static String beyond(int count) {
        return "and " + Show.number(count) + " more, in report.json";
    }

    static String more(int count) {
        return "and " + count + " more, in the other documents";
    }
}
