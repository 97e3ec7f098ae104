package muster.restate;

import java.nio.charset.StandardCharsets;
import muster.storage.JournalUnavailable;
import muster.storage.Message;
import muster.storage.Wire;

/// What a message of Restate may hold. It takes 32 MiB in each direction unless its operator says otherwise
/// (`message-size-limit`, `request-size-limit`), and a call that goes beyond is made again for ever.
final class MessageLimit {
    /// Half of that: an answer repeats what the word was about, and more.
    private static final int MOST = 16 << 20;

    private MessageLimit() {}

    /// The text of a message.
    ///
    /// @throws JournalUnavailable if it is too large to be brought
    static String text(Message message) {
        var text = Wire.text(message);
        if (!fits(text)) {
            var why =
                    "the word " + message.key() + " is larger than the " + (MOST >> 20) + " MiB that Restate is given";
            throw new JournalUnavailable(why, new IllegalArgumentException(why));
        }
        return text;
    }

    /// True if it may be given to Restate.
    static boolean fits(String text) {
        return text.length() <= MOST / 4 || text.getBytes(StandardCharsets.UTF_8).length <= MOST;
    }
}
