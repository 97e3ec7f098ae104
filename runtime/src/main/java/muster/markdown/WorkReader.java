package muster.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.markdown.Work.Part;
import muster.plan.AgentId;
import muster.plan.DayWindow;
import muster.plan.Estimate;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// Reads one line of a schedule: its day, its owner, its time, what it depends on and what kind of line it is.
final class WorkReader {
    private static final Pattern DAY =
            Pattern.compile("(?i)^days?\\s+(\\d+)(?:\\s*[–—-]\\s*(\\d+))?\\s*[:–—-]\\s*(.+)$");
    private static final Pattern GATE = Pattern.compile("(?i)\\bgate\\b|\\bgo\\s*/\\s*no-?\\s?go\\b|\\bsign-?off\\b");
    private static final Pattern CODE = Pattern.compile("^\\[?([A-Z]{1,8}-?\\d{1,5})\\]?[:.]?\\s+\\S.*");
    private static final Pattern AFTER =
            Pattern.compile("(?i)\\(?\\b(?:depends on|blocked by|requires|after)\\s+([^()]+)\\)?\\s*$");
    private static final Pattern AT_NAME = Pattern.compile("(?<![\\w.])@([A-Za-z][\\w-]{1,38})");

    private final Reading reading;
    private final Roster roster;

    WorkReader(Reading reading, Roster roster) {
        this.reading = reading;
        this.roster = roster;
    }

    /// What stands over a line: who and when, unless the line says otherwise.
    record Context(List<AgentId> owners, @Nullable DayWindow days) {}

    /// A line cut into what it says of itself.
    record Cut(
            @Nullable Attribute attribute,
            String text,
            List<AgentId> owners,
            @Nullable DayWindow days) {}

    Cut cut(Text text) {
        Field field = text.field();
        if (field == null || field.value().isEmpty()) {
            return cutDay(text.plain(), List.of());
        }
        Attribute attribute = Attribute.of(field.key());
        if (attribute != null) {
            return new Cut(attribute, field.value(), List.of(), null);
        }
        List<AgentId> owners = text.hasKey() || text.lead() == null ? roster.named(field.key()) : List.of();
        return owners.isEmpty() ? cutDay(text.plain(), List.of()) : cutDay(field.value(), owners);
    }

    private static Cut cutDay(String text, List<AgentId> owners) {
        Matcher matcher = DAY.matcher(text);
        if (!matcher.matches()) {
            return new Cut(null, text, owners, null);
        }
        int first = Numbers.count(matcher.group(1));
        int last = matcher.group(2) == null ? first : Numbers.count(matcher.group(2));
        boolean inOrder = first >= 1 && last >= first;
        return new Cut(null, inOrder ? matcher.group(3) : text, owners, inOrder ? new DayWindow(first, last) : null);
    }

    static boolean isGate(String text) {
        return GATE.matcher(text).find();
    }

    Work read(Entry entry, Cut cut, Context context) {
        Text text = entry.text();
        Part part = part(cut);
        String title = cut.attribute() == null ? cut.text() : text.plain();
        String parenthesis = Headings.parenthesis(title);
        return new Work(
                new TaskId(reading.names().unique(title)),
                part,
                title,
                code(title),
                cut.text(),
                owners(cut, context, parenthesis),
                cut.days() == null ? context.days() : cut.days(),
                effort(parenthesis),
                part == Part.WORK ? after(cut.text()) : "",
                part == Part.DELIVERABLE ? deliverables(text, cut) : List.of(),
                entry.item().tick(),
                text.line());
    }

    private static Part part(Cut cut) {
        if (cut.attribute() == null) {
            return isGate(cut.text()) ? Part.GATE : Part.WORK;
        }
        return switch (cut.attribute()) {
            case DEPENDENCY -> Part.DEPENDENCY;
            case HANDOFF -> Part.HANDOFF;
            case DELIVERABLE -> Part.DELIVERABLE;
            case RISK -> Part.RISK;
            case OWNER, DURATION, MODE, UNTIL -> Part.WORK;
        };
    }

    private List<AgentId> owners(Cut cut, Context context, String parenthesis) {
        List<List<AgentId>> said = new ArrayList<>();
        said.add(cut.owners());
        said.add(AT_NAME.matcher(cut.text())
                .results()
                .flatMap(match -> roster.named(match.group(1)).stream())
                .toList());
        said.add(cut.attribute() == null ? roster.leading(cut.text()) : List.of());
        said.add(Phrases.list(parenthesis).stream()
                .flatMap(part -> roster.named(part).stream())
                .toList());
        said.add(context.owners());
        return said.stream().filter(owners -> !owners.isEmpty()).findFirst().orElse(List.of());
    }

    private static @Nullable Estimate effort(String parenthesis) {
        return Phrases.list(parenthesis).stream()
                .map(Durations::effortOnly)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static String code(String title) {
        Matcher matcher = CODE.matcher(title);
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static String after(String text) {
        Matcher matcher = AFTER.matcher(text);
        return matcher.find() && (text.charAt(matcher.start()) == '(' || matcher.start() > 0)
                ? matcher.group(1).strip()
                : "";
    }

    private static List<String> deliverables(Text text, Cut cut) {
        return text.codes().isEmpty() ? List.of(cut.text()) : text.codes();
    }
}
