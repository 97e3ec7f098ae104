package muster.markdown;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.plan.Standing;

/// Reads whether a document still holds: a notice before its first section that it is archived, deprecated or replaced.
final class StandingExtractor {
    private static final Pattern NOTICE = Pattern.compile(
            "(?i)\\b(?:historical document|superseded|deprecated|obsolete|archived as|no longer (?:valid|current|in force|maintained)|replaced by|retired document)\\b");
    private static final Pattern SUCCESSOR = Pattern.compile(
            "(?i)(?:superseded by|replaced by|standardi[sz]ed in|moved to|continued in|maintained in|use|see)\\s+(?:the\\s+)?[`\\[]?([\\w./-]+\\.\\w+|[A-Z][\\w-]+(?: [A-Z0-9][\\w-]*)*)");

    private StandingExtractor() {}

    static Standing extract(Reading reading) {
        List<Text> opening = reading.document().opening();
        return opening.stream()
                .filter(line -> NOTICE.matcher(line.plain()).find())
                .findFirst()
                .map(line -> superseded(reading, line, opening))
                .orElseGet(Standing.Current::new);
    }

    private static Standing superseded(Reading reading, Text notice, List<Text> opening) {
        String by = opening.stream()
                .map(line -> SUCCESSOR.matcher(line.plain()))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse(null);
        reading.notes()
                .warn(
                        notice.line(),
                        "the document says that it is no longer in force"
                                + (by == null ? "" : "; its successor is " + by));
        return new Standing.Superseded(by, reading.at(notice.line()));
    }
}
