package muster.coordination;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import muster.plan.AgentId;

/// Names a hand-off that was offered: `HD-<date>-<agent>-<sequence>`, such as `HD-2024-01-15-DEVOPS-001`.
///
/// @param date of the offer, in UTC
/// @param agent who offers, in capitals
/// @param sequence counts the offers of that agent on that day, from 1
public record HandOffId(LocalDate date, String agent, int sequence) implements Comparable<HandOffId> {
    /// The shape that an id has.
    public static final String SHAPE = "HD-<date>-<agent>-<sequence>";

    private static final Pattern AGENT = Pattern.compile("[A-Z0-9][A-Z0-9._:-]{0,119}");
    private static final Pattern TEXT =
            Pattern.compile("HD-(\\d{4}-\\d{2}-\\d{2})-(" + AGENT.pattern() + ")-(\\d{3,6})");
    private static final Comparator<HandOffId> ORDER = Comparator.comparing(HandOffId::date)
            .thenComparing(HandOffId::agent)
            .thenComparingInt(HandOffId::sequence);

    public HandOffId {
        if (!AGENT.matcher(agent).matches() || sequence < 1) {
            throw new IllegalArgumentException(
                    "an id must look like " + SHAPE + ", got agent " + agent + ", sequence " + sequence);
        }
    }

    /// The id of an agent's offer.
    public static HandOffId of(LocalDate date, AgentId agent, int sequence) {
        return new HandOffId(date, code(agent), sequence);
    }

    /// Reads an id.
    ///
    /// @throws IllegalArgumentException if the text is none
    public static HandOffId parse(String text) {
        var match = TEXT.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("an id must look like " + SHAPE + ", got '" + text + "'");
        }
        try {
            return new HandOffId(LocalDate.parse(match.group(1)), match.group(2), Integer.parseInt(match.group(3)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("there is no such day: " + match.group(1), e);
        }
    }

    /// How an agent is written in an id.
    static String code(AgentId agent) {
        return agent.value().toUpperCase(Locale.ROOT);
    }

    @Override
    public int compareTo(HandOffId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "HD-%s-%s-%03d".formatted(date, agent, sequence);
    }
}
