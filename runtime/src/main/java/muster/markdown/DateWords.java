package muster.markdown;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.markdown.Moments.Moment;
import muster.markdown.Passage.Sentence;
import muster.markdown.StatedClaims.Stated;
import muster.plan.ClaimValue.Dated;
import muster.plan.Origin;

/// The date that a document gives itself, or says that it was last changed.
final class DateWords {
    private static final Pattern KEYED = Pattern.compile(
            "(?i)^(?:_|\\*|\\s)*(date|created|written|last[ -](?:updated|modified|changed|edited|revised|reviewed)|updated|modified|as of)(?: on)?\\s*[: ]\\s*(.{4,60})$");
    private static final Pattern STARTS = Pattern.compile(
            "\\s*(?:\\d{4}-\\d{2}-\\d{2}|[\\p{L}]{3,9}\\.?\\s+\\d|\\d{1,2}(?:st|nd|rd|th)?\\.?\\s+[\\p{L}]{3}).*");

    private DateWords() {}

    static void read(Sentence sentence, StatedClaims claims) {
        Matcher keyed = KEYED.matcher(sentence.text().strip());
        if (keyed.matches() && STARTS.matcher(keyed.group(2)).matches()) {
            Moment moment = Moments.first(keyed.group(2));
            if (moment != null) {
                claims.add(
                        new Stated(
                                new Dated(moment.at().atZone(ZoneOffset.UTC).toLocalDate()),
                                keyed.group(1).toLowerCase(Locale.ROOT).replace('-', ' '),
                                Origin.STATED),
                        sentence);
            }
        }
    }
}
