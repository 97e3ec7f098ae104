package muster.notify;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/// What the failure of a mail means: what a server refuses with 5xx is refused for good, all else may go better later.
/// Source: RFC 5321, section 4.2.1.
final class MailTrouble {
    static final int NO_CODE = -1;

    private static final int FIRST_PERMANENT = 500;

    /// Characters of what the server said that are kept.
    private static final int KEPT = 300;

    private MailTrouble() {}

    /// @param last code of the server's last answer, which a refused login does not tell
    static Sent of(MessagingException trouble, int last) {
        var codes = codes(trouble);
        if (trouble instanceof AuthenticationFailedException && last != NO_CODE) {
            codes.add(last);
        }
        var why = words(trouble);
        return !codes.isEmpty() && codes.stream().allMatch(code -> code >= FIRST_PERMANENT)
                ? new Sent.Refused(why)
                : new Sent.Later(why, Duration.ZERO);
    }

    /// Codes of all that failed; those of what was taken are none.
    private static List<Integer> codes(MessagingException trouble) {
        var codes = new ArrayList<Integer>();
        for (var each : all(trouble)) {
            switch (each) {
                case SMTPAddressFailedException address -> codes.add(address.getReturnCode());
                case SMTPSenderFailedException sender -> codes.add(sender.getReturnCode());
                case SMTPSendFailedException whole -> codes.add(whole.getReturnCode());
                default -> {}
            }
        }
        return codes;
    }

    private static String words(MessagingException trouble) {
        var words = new ArrayList<String>();
        for (var each : all(trouble)) {
            words.add(
                    each.getMessage() == null
                            ? each.getClass().getSimpleName()
                            : each.getMessage().strip());
        }
        var line = String.join("; ", words.stream().distinct().toList()).replaceAll("\\p{Cntrl}+", " ");
        return line.substring(0, Math.min(line.length(), KEPT));
    }

    /// It, and all that follow from it or that it follows from.
    private static List<Exception> all(MessagingException trouble) {
        var all = new ArrayList<Exception>();
        for (Exception at = trouble;
                at != null;
                at = at instanceof MessagingException more ? more.getNextException() : null) {
            all.add(at);
        }
        return all;
    }
}
