package muster.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import muster.markdown.Block.Table;
import muster.markdown.Item.Tick;
import muster.markdown.WorkReader.Context;
import muster.markdown.WorkReader.Cut;
import muster.plan.AgentId;
import muster.plan.DayWindow;
import muster.plan.RiskLevel;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// Collects the work under one heading. A box is a task wherever a heading does not give boxes another meaning; a plain
/// bullet is one only under a heading of a schedule that has no boxes; a row is one if its table has a task column.
final class GroupReader {
    /// Topics whose lists have a meaning of their own, boxes or not.
    private static final Set<Topic> NOT_WORK = Set.of(
            Topic.CRITERIA,
            Topic.DELIVERABLES,
            Topic.QUESTIONS,
            Topic.ROLLBACK,
            Topic.ALERT,
            Topic.METRIC,
            Topic.REVIEW,
            Topic.CONFLICT,
            Topic.MEETING,
            Topic.RISK);
    private static final Pattern NOT_WORK_LABEL = Pattern.compile(
            "(?i).*(?:criteria|deliverables?|outputs?|risks?|mitigations?|notes?|goals?|objectives?|prerequisites?|metrics|"
                    + "coordination|references?)(?: .*)?");

    private static final Pattern BY = Pattern.compile("(?i)\\b(?:approved )?by\\s+(?:the\\s+)?([^().,;]+)");

    private final Reading reading;
    private final Roster roster;
    private final WorkReader workReader;
    private final Section section;
    private final List<Work> work = new ArrayList<>();
    private final List<Group.Gated> gates = new ArrayList<>();
    private final List<Group.Passed> passed = new ArrayList<>();
    private final List<String> dependencies = new ArrayList<>();
    private List<AgentId> owners;
    private @Nullable DayWindow days;
    private @Nullable RiskLevel risk;
    private @Nullable String until;

    private GroupReader(Reading reading, Roster roster, Section section) {
        this.reading = reading;
        this.roster = roster;
        this.workReader = new WorkReader(reading, roster);
        this.section = section;
        this.owners = ownersOf(section);
        this.days = daysOf(section);
    }

    static Group read(Reading reading, Roster roster, Section section) {
        GroupReader reader = new GroupReader(reading, roster, section);
        if (!NOT_WORK.contains(section.topic())) {
            reader.lines();
            reader.items();
            section.tables().forEach(reader::rows);
        }
        return reader.group();
    }

    private Group group() {
        Headings.Days named = Headings.days(section.title());
        String title = Headings.bare(named == null ? section.title() : named.rest());
        return new Group(section, title, days, owners, work, gates, passed, dependencies, risk, until);
    }

    private List<AgentId> ownersOf(Section named) {
        List<Section> upwards = new ArrayList<>(named.ancestors());
        upwards.add(named);
        return upwards.reversed().stream()
                .map(heading -> roster.named(Headings.parenthesis(heading.title())))
                .filter(ids -> !ids.isEmpty())
                .findFirst()
                .orElseGet(() -> roster.addressee() == null ? List.of() : List.of(roster.addressee()));
    }

    private static @Nullable DayWindow daysOf(Section section) {
        Headings.Days named = Headings.days(section.title());
        return named == null ? null : new DayWindow(named.first(), named.last());
    }

    private void lines() {
        if (section.topic() != Topic.SCHEDULE) {
            return;
        }
        for (Text line : section.lines()) {
            Cut cut = workReader.cut(line);
            if (cut.attribute() != null) {
                apply(cut.attribute(), cut.text(), line.line());
            }
        }
    }

    private void items() {
        List<Entry> entries = section.entries();
        boolean boxed = entries.stream().anyMatch(entry -> entry.item().tick() != Tick.NONE);
        for (Entry entry : entries) {
            if (entry.item().tick() != Tick.NONE && !isFile(entry)) {
                boxed(entry);
            } else if (!boxed && section.topic() == Topic.SCHEDULE && entry.depth() == 0) {
                bullet(entry);
            }
        }
    }

    private boolean isFile(Entry entry) {
        return section.topic() == Topic.SCOPE && entry.text().leadingCode() != null;
    }

    private void boxed(Entry entry) {
        Cut cut = workReader.cut(entry.text());
        Work line = workReader.read(entry, cut, context(entry));
        work.add(line);
        if (line.part() == Work.Part.GATE) {
            gates.add(new Group.Gated(line.title(), approvers(line.title(), line.owners()), line, line.line()));
        } else if (cut.attribute() != null) {
            applyBoxed(cut.attribute(), cut.text(), entry.line());
        }
        if (entry.item().tick() == Tick.DONE) {
            reading.notes()
                    .warn(
                            entry.line(),
                            "the box of '" + line.title() + "' is ticked; that is a claim until its checks pass");
        }
    }

    private void bullet(Entry entry) {
        Cut cut = workReader.cut(entry.text());
        boolean elsewhere = NOT_WORK_LABEL.matcher(entry.under()).matches()
                || entry.text().plain().isEmpty();
        if (elsewhere || isDate(entry.text())) {
            return;
        }
        if (cut.attribute() != null) {
            apply(cut.attribute(), cut.text(), entry.line());
        } else if (WorkReader.isGate(cut.text())) {
            List<AgentId> owners = cut.owners().isEmpty() ? context(entry).owners() : cut.owners();
            gates.add(new Group.Gated(cut.text(), approvers(cut.text(), owners), null, entry.line()));
        } else {
            work.add(workReader.read(entry, cut, context(entry)));
        }
    }

    /// Those after `by` in the line, else its owners.
    private List<AgentId> approvers(String text, List<AgentId> owners) {
        List<AgentId> named = BY.matcher(text)
                .results()
                .flatMap(match -> roster.named(match.group(1)).stream())
                .toList();
        return named.isEmpty() ? owners : named;
    }

    private static boolean isDate(Text text) {
        Field field = text.field();
        return field != null && Moments.first(field.value()) != null;
    }

    private Context context(Entry entry) {
        List<AgentId> labelled = roster.named(entry.under());
        return new Context(labelled.isEmpty() ? owners : labelled, days);
    }

    /// A boxed dependency or risk acts through its own task; hand-offs and risks also tell about the rest.
    private void applyBoxed(Attribute attribute, String value, int line) {
        switch (attribute) {
            case HANDOFF -> passed.add(new Group.Passed(value, line));
            case RISK -> risk = RiskLevels.in(value);
            case DEPENDENCY, DELIVERABLE, OWNER, DURATION, MODE, UNTIL -> {}
        }
    }

    private void apply(Attribute attribute, String value, int line) {
        switch (attribute) {
            case DEPENDENCY -> dependencies.add(value);
            case HANDOFF -> passed.add(new Group.Passed(value, line));
            case RISK -> risk = RiskLevels.in(value);
            case OWNER -> owners = roster.named(value).isEmpty() ? owners : roster.named(value);
            case UNTIL -> until = value;
            case DELIVERABLE, DURATION, MODE -> {}
        }
    }

    private void rows(Table table) {
        Columns columns = Columns.of(table);
        if (!columns.has(Columns.Role.TASK) || columns.has(Columns.Role.RISK) || columns.has(Columns.Role.METRIC)) {
            return;
        }
        for (Row row : table.rows()) {
            String title = columns.cell(row, Columns.Role.TASK);
            if (!title.isEmpty()) {
                work.add(row(columns, row, title));
            }
        }
    }

    private Work row(Columns columns, Row row, String title) {
        List<AgentId> named = roster.named(columns.cell(row, Columns.Role.OWNER));
        String deliverable = columns.cell(row, Columns.Role.DELIVERABLE);
        Headings.Days dayCell =
                Headings.days("Day " + columns.cell(row, Columns.Role.DAYS).replaceFirst("(?i)^days?\\s*", ""));
        return new Work(
                new TaskId(reading.names().unique(title)),
                Work.Part.WORK,
                title,
                columns.cell(row, Columns.Role.KEY),
                title,
                named.isEmpty() ? owners : named,
                dayCell == null ? days : new DayWindow(dayCell.first(), dayCell.last()),
                Durations.effort(columns.cell(row, Columns.Role.DURATION)),
                columns.cell(row, Columns.Role.DEPENDS),
                deliverable.isEmpty() ? List.of() : List.of(deliverable),
                Tick.NONE,
                row.line());
    }
}
