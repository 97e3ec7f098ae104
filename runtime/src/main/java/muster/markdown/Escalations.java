package muster.markdown;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.plan.Escalation;

/// Reads escalation rules: `if ... escalate to X` and `escalate to X if ...`.
final class Escalations {
    private static final String WHO = "((?:the )?[A-Z][\\w-]*(?:\\s+(?:[A-Z][\\w-]*|agent|lead|team|manager))*)";
    private static final Pattern CONDITION_FIRST = Pattern.compile(
            "(?i:\\b(?:if|when|once)\\b)\\s+([^,;]+),?\\s+(?:(?i:please|immediately|then)\\s+)*(?i:escalate)\\s+(?i:it |this )?(?i:to)\\s+"
                    + WHO);
    private static final Pattern CONDITION_LAST = Pattern.compile("(?i:escalate)\\s+(?i:it |this )?(?i:to)\\s+" + WHO
            + "\\s+(?i:immediately\\s+|at once\\s+)?(?i:if|when|once|after)\\s+([^.;]+)");

    private Escalations() {}

    static List<Escalation> extract(Reading reading) {
        return reading.document().prose().flatMap(line -> in(reading, line)).toList();
    }

    private static Stream<Escalation> in(Reading reading, Text line) {
        Matcher first = CONDITION_FIRST.matcher(line.plain());
        if (first.find()) {
            return Stream.of(escalation(reading, line, first.group(1), first.group(2)));
        }
        Matcher last = CONDITION_LAST.matcher(line.plain());
        return last.find() ? Stream.of(escalation(reading, line, last.group(2), last.group(1))) : Stream.empty();
    }

    private static Escalation escalation(Reading reading, Text line, String when, String to) {
        return new Escalation(
                reading.item("escalation", Phrases.brief(when, 60)), when.strip(), to.strip(), reading.at(line.line()));
    }
}
