package muster.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What headings say by their form: numbers, parentheses at the end, numbered phases, days.
final class Headings {
    private static final Pattern NUMBER = Pattern.compile("^(?:\\d+(?:\\.\\d+)*[.)]|[IVX]+\\.)\\s+");
    private static final Pattern PHASE = Pattern.compile(
            "(?i)^(?:(?:week|month)s?\\s+[\\d–-]+\\s*[:–—-]\\s*)?(phase|stage|sprint|milestone|wave|iteration)s?\\s+"
                    + "(\\d+(?:\\.\\d+)?[a-z]?)(?:\\s*(?:&|and|\\+)\\s*(\\d+[a-z]?))?\\s*(?:[:–—.(-]\\s*(.*))?$");
    private static final Pattern WEEK =
            Pattern.compile("(?i)^(week|month)s?\\s+(\\d+)[\\d–-]*\\s*(?:[:–—(-]\\s*(.*))?$");
    private static final Pattern DAYS =
            Pattern.compile("(?i)^days?\\s+(\\d+)(?:\\s*(?:[–—-]|to)\\s*(\\d+))?\\s*(?:[:–—.(-]\\s*(.*))?$");

    private Headings() {}

    /// The heading without a leading number such as `2.`.
    static String title(Text heading) {
        return NUMBER.matcher(heading.plain()).replaceFirst("").strip();
    }

    /// A numbered phase; `second` is there if the heading names two.
    record PhaseName(String kind, String number, @Nullable String second, String rest) {}

    static @Nullable PhaseName phase(String title) {
        Matcher matcher = PHASE.matcher(title);
        if (matcher.matches()) {
            return new PhaseName(matcher.group(1), matcher.group(2), matcher.group(3), orEmpty(matcher.group(4)));
        }
        Matcher week = WEEK.matcher(title);
        return week.matches() ? new PhaseName(week.group(1), week.group(2), null, orEmpty(week.group(3))) : null;
    }

    /// A day or a range of days, and the words after it.
    record Days(int first, int last, String rest) {}

    static @Nullable Days days(String title) {
        Matcher matcher = DAYS.matcher(title);
        if (!matcher.matches()) {
            return null;
        }
        int first = Numbers.count(matcher.group(1));
        int last = matcher.group(2) == null ? first : Numbers.count(matcher.group(2));
        return first < 1 || last < first ? null : new Days(first, last, orEmpty(matcher.group(3)));
    }

    /// True if the heading is about a phase, a week or days.
    static boolean isScheduled(String title) {
        return phase(title) != null || days(title) != null;
    }

    /// What stands in parentheses at the end, or an empty text.
    static String parenthesis(String title) {
        String closed = closed(title);
        int open = openAt(closed);
        return open < 0 ? "" : closed.substring(open + 1, closed.length() - 1).strip();
    }

    /// The title without parentheses at its end.
    static String bare(String title) {
        String closed = closed(title);
        int open = openAt(closed);
        return open < 0 ? closed : closed.substring(0, open).strip();
    }

    private static String closed(String title) {
        String stripped = title.strip();
        return stripped.endsWith(":")
                ? stripped.substring(0, stripped.length() - 1).strip()
                : stripped;
    }

    /// Where the parenthesis at the end opens, or -1; one in another is none.
    private static int openAt(String closed) {
        int open = closed.endsWith(")") ? closed.lastIndexOf('(') : -1;
        return open < 0 || closed.indexOf(')', open) < closed.length() - 1 ? -1 : open;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
