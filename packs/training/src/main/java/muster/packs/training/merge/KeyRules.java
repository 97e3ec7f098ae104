package muster.packs.training.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import muster.packs.warehouse.call.Arguments;

/// Which differences between the keys of a file and those of the spine are put up with.
///
/// @param warmUp most rows that may be missing at the beginning, where `gaps` is `head`
record KeyRules(Gaps gaps, int warmUp, Outside outside) {
    /// The longest window of the feature notes.
    private static final int LONGEST_WINDOW = 2880;

    private static final int MOST = 100_000_000;

    /// Keys of the spine that a file has not.
    enum Gaps {
        /// Only before its first row, as windows and lags leave them.
        HEAD,
        NONE,
        ANY
    }

    /// Keys of a file that the spine has not.
    enum Outside {
        REFUSE,
        DROP
    }

    static KeyRules of(Arguments arguments) {
        return new KeyRules(
                Gaps.valueOf(
                        arguments.oneOf("gaps", List.of("head", "none", "any")).toUpperCase(Locale.ROOT)),
                arguments.number("warm-up", LONGEST_WINDOW, MOST),
                Outside.valueOf(
                        arguments.oneOf("outside", List.of("refuse", "drop")).toUpperCase(Locale.ROOT)));
    }

    /// Why a file is refused; nothing if it is not.
    List<String> against(KeyFacts keys) {
        var reasons = new ArrayList<String>();
        if (keys.nulls() > 0) {
            reasons.add(keys.nulls() + " rows have no key; they would be lost");
        }
        if (keys.repeated() > 0) {
            reasons.add(keys.repeated() + " rows repeat a key; rows of the result would be doubled");
        }
        if (keys.outside() > 0 && outside == Outside.REFUSE) {
            reasons.add(keys.outside() + " keys are not in the spine; they would be lost. Maybe say outside=drop");
        }
        if (reasons.isEmpty()) {
            reasons.addAll(missing(keys));
        }
        return reasons;
    }

    private List<String> missing(KeyFacts keys) {
        long allowed = switch (gaps) {
            case HEAD -> warmUp;
            case NONE -> 0;
            case ANY -> Long.MAX_VALUE;
        };
        var reasons = new ArrayList<String>();
        if (keys.head() > allowed) {
            reasons.add("the first %d rows of the spine are missing, more than the %d allowed"
                    .formatted(keys.head(), allowed));
        }
        if (gaps != Gaps.ANY && keys.holes() + keys.tail() > 0) {
            reasons.add("rows are lost: %d keys of the spine are missing between its rows, %d after its last"
                    .formatted(keys.holes(), keys.tail()));
        }
        return reasons;
    }
}
