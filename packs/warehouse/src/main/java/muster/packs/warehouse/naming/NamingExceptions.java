package muster.packs.warehouse.naming;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The exceptions while the file of a standard is read.
final class NamingExceptions {
    private static final String FORM = "exception ID FORM approver=ROLE from=DATE until=DATE|open readings=R5|none";
    private static final String NO_READING = "none";

    private final NamingLists lists;
    private final List<NameException> exceptions = new ArrayList<>();

    NamingExceptions(NamingLists lists) {
        this.lists = lists;
    }

    List<NameException> all() {
        return List.copyOf(exceptions);
    }

    void exception(NamingLine line) {
        var pattern = line.isOf(7, FORM) ? lists.form(line, 2, FORM) : null;
        if (pattern == null) {
            return;
        }
        var approver = field(line, 3, "approver");
        var from = day(line, 4, "from");
        var open = "until=open".equals(line.word(5));
        var until = open ? null : day(line, 5, "until");
        var readings = readings(line);
        if (approver == null || from == null || readings == null || (until == null && !open)) {
            return;
        }
        if (until != null && !until.isAfter(from)) {
            line.complain(5, "the exception ends before it begins: from " + from + " until " + until);
        } else if (exceptions.stream().anyMatch(each -> each.id().equals(line.word(1)))) {
            line.complain(1, "there is an exception " + line.word(1) + " already");
        } else {
            exceptions.add(new NameException(line.word(1), pattern, approver, from, until, readings));
        }
    }

    /// Readings by their names, divided by commas; null if one is none.
    static @Nullable Set<Reading> readings(String text) {
        var words = List.of(text.toUpperCase(Locale.ROOT).split(",", -1));
        var known = Arrays.stream(Reading.values()).collect(Collectors.toMap(Reading::name, each -> each));
        return known.keySet().containsAll(words)
                ? words.stream().map(known::get).collect(Collectors.toSet())
                : null;
    }

    private static @Nullable Set<Reading> readings(NamingLine line) {
        var text = field(line, 6, "readings");
        if (text == null) {
            return null;
        }
        var readings = text.equals(NO_READING) ? Set.<Reading>of() : readings(text);
        if (readings == null) {
            line.complain(6, "expected some of " + Arrays.toString(Reading.values()) + ", or none, got '" + text + "'");
        }
        return readings;
    }

    private static @Nullable LocalDate day(NamingLine line, int index, String key) {
        var text = field(line, index, key);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            line.complain(index, "expected a day such as 2026-01-31, got '" + text + "'");
            return null;
        }
    }

    /// Null, with a complaint, if the word does not begin with the key or has nothing behind it.
    private static @Nullable String field(NamingLine line, int index, String key) {
        var word = line.word(index);
        if (!word.startsWith(key + "=") || word.length() == key.length() + 1) {
            line.complain(index, "expected '" + FORM + "': '" + word + "' stands where " + key + "= should");
            return null;
        }
        return word.substring(key.length() + 1);
    }
}
