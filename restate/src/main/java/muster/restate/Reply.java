package muster.restate;

import java.util.List;
import muster.engines.Told;
import muster.run.Recorded;
import muster.storage.JournalUnavailable;
import muster.storage.UnreadableEntry;
import muster.storage.Wire;

/// What became of a command, as it travels back: a line that says so, and whatever belongs to it.
final class Reply {
    /// A timer whose time had not come when it was brought.
    static final String LATER = "later\n";

    /// It is in the journal, but too long to be brought back.
    private static final String LONG = "long\n";

    private static final String AGAIN = "again ";
    private static final String ACCEPTED = "accepted\n";
    private static final String REFUSED = "refused\n";

    private Reply() {}

    static String text(Told told) {
        var whole = whole(told);
        return MessageLimit.fits(whole) ? whole : LONG;
    }

    private static String whole(Told told) {
        return switch (told) {
            case Told.Accepted(var events) -> ACCEPTED + Wire.text(events);
            case Told.Refused(var why) -> REFUSED + why;
            case Told.AlreadyTold(var then) -> AGAIN + whole(then);
        };
    }

    /// Reads what [#text] wrote.
    ///
    /// @throws UnreadableEntry if it is something else
    /// @throws JournalUnavailable if the answer was too long: whoever asks the journal for the key gets it
    static Told told(String text) {
        if (text.equals(LONG)) {
            var why = "it was carried out, but the answer is too long for Restate";
            throw new JournalUnavailable(why, new IllegalStateException(why));
        }
        if (text.startsWith(AGAIN)) {
            return new Told.AlreadyTold(told(text.substring(AGAIN.length())));
        }
        if (text.startsWith(REFUSED)) {
            return new Told.Refused(text.substring(REFUSED.length()));
        }
        return new Told.Accepted(events(text));
    }

    private static List<Recorded> events(String text) {
        if (!text.startsWith(ACCEPTED)) {
            throw new UnreadableEntry(
                    "no answer of a worker: " + text.lines().findFirst().orElse(""));
        }
        return Wire.events(text.substring(ACCEPTED.length()));
    }
}
