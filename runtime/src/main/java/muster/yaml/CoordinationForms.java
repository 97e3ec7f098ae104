package muster.yaml;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import muster.plan.AgentId;
import muster.plan.Attendance;
import muster.plan.ConflictKind;
import muster.plan.ConflictRule;
import muster.plan.Escalation;
import muster.plan.HandOff;
import muster.plan.ItemId;
import muster.plan.Meeting;
import muster.plan.Rotation;
import muster.plan.Source;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// How agents work together.
final class CoordinationForms {
    private static final Field<HandOff, ItemId> HAND_OFF_ID =
            Field.required("id", NameForm.declares(Kind.HAND_OFF, ItemId::new), HandOff::id, "names the hand-off");

    private static final Field<HandOff, String> HAND_OFF_TITLE =
            Field.required("title", LineForm.TITLE, HandOff::title, "what is passed on, in one line");

    private static final Field<HandOff, AgentId> HAND_OFF_FROM = Field.required(
            "from", NameForm.refers(Kind.AGENT, AgentId::new), HandOff::from, "agent who passes the work on");

    private static final Field<HandOff, AgentId> HAND_OFF_TO =
            Field.required("to", NameForm.refers(Kind.AGENT, AgentId::new), HandOff::to, "agent who takes it");

    private static final Field<HandOff, @Nullable TaskId> HAND_OFF_AFTER = Field.optional(
            "after", NameForm.refers(Kind.TASK, TaskId::new), HandOff::after, "task whose result is passed on");

    private static final Field<HandOff, @Nullable TaskId> HAND_OFF_BEFORE = Field.optional(
            "before",
            NameForm.refers(Kind.TASK, TaskId::new),
            HandOff::before,
            "task that may start only once it is accepted");

    private static final Field<HandOff, @Nullable Source> HAND_OFF_SOURCE =
            Field.optional("source", Sources.SOURCE, HandOff::source, Sources.SAYS);

    static final Form<HandOff> HAND_OFF = new EntryForm<>(
            "hand-off",
            List.of(
                    HAND_OFF_ID,
                    HAND_OFF_TITLE,
                    HAND_OFF_FROM,
                    HAND_OFF_TO,
                    HAND_OFF_AFTER,
                    HAND_OFF_BEFORE,
                    HAND_OFF_SOURCE),
            entry -> new HandOff(
                    entry.get(HAND_OFF_ID),
                    entry.get(HAND_OFF_TITLE),
                    entry.get(HAND_OFF_FROM),
                    entry.get(HAND_OFF_TO),
                    entry.get(HAND_OFF_AFTER),
                    entry.get(HAND_OFF_BEFORE),
                    entry.get(HAND_OFF_SOURCE)));

    private static final Field<Meeting, ItemId> MEETING_ID =
            Field.required("id", NameForm.declares(Kind.MEETING, ItemId::new), Meeting::id, "names the meeting");

    private static final Field<Meeting, String> MEETING_TITLE =
            Field.required("title", LineForm.TITLE, Meeting::title, "what the meeting is for, in one line");

    private static final Field<Meeting, LocalTime> MEETING_AT =
            Field.required("at", Times.TIME, Meeting::at, "time of day");

    private static final Field<Meeting, ZoneId> MEETING_ZONE = Field.required(
                    "zone", Times.ZONE, Meeting::zone, "time zone of that time")
            .or(ZoneId.of("UTC"));

    private static final Field<Meeting, Duration> MEETING_LENGTH =
            Field.required("length", Durations.DURATION, Meeting::length, "how long it lasts");

    private static final Field<Meeting, Attendance> MEETING_ATTENDANCE = Field.required(
                    "attendance", WordForm.of(Attendance.class), Meeting::attendance, "who takes part")
            .or(Attendance.ALL);

    private static final Field<Meeting, List<String>> MEETING_AGENDA = Field.required(
                    "agenda", Texts.LIST, Meeting::agenda, "its points, in order")
            .or(List.of());

    private static final Field<Meeting, @Nullable Source> MEETING_SOURCE =
            Field.optional("source", Sources.SOURCE, Meeting::source, Sources.SAYS);

    static final Form<Meeting> MEETING = new EntryForm<>(
            "meeting",
            List.of(
                    MEETING_ID,
                    MEETING_TITLE,
                    MEETING_AT,
                    MEETING_ZONE,
                    MEETING_LENGTH,
                    MEETING_ATTENDANCE,
                    MEETING_AGENDA,
                    MEETING_SOURCE),
            entry -> new Meeting(
                    entry.get(MEETING_ID),
                    entry.get(MEETING_TITLE),
                    entry.get(MEETING_AT),
                    entry.get(MEETING_ZONE),
                    entry.get(MEETING_LENGTH),
                    entry.get(MEETING_ATTENDANCE),
                    entry.get(MEETING_AGENDA),
                    entry.get(MEETING_SOURCE)));

    private static final Field<ConflictRule, ConflictKind> CONFLICT_KIND =
            Field.required("kind", WordForm.of(ConflictKind.class), ConflictRule::kind, "what the conflict is about");

    private static final Field<ConflictRule, List<String>> CONFLICT_STEPS = Field.required(
                    "steps", Texts.LIST, ConflictRule::steps, "how it is settled, in order")
            .or(List.of());

    private static final Field<ConflictRule, @Nullable Duration> CONFLICT_TIME_BOX = Field.optional(
            "time-box",
            Durations.DURATION,
            ConflictRule::timeBox,
            "longest time one agent may hold the thing for one task");

    private static final Field<ConflictRule, @Nullable Duration> CONFLICT_ESCALATE_AFTER = Field.optional(
            "escalate-after", Durations.DURATION, ConflictRule::escalateAfter, "when it goes to the escalation agent");

    private static final Field<ConflictRule, @Nullable Duration> CONFLICT_REVIEW_AFTER =
            Field.optional("review-after", Durations.DURATION, ConflictRule::reviewAfter, "when results are compared");

    private static final Field<ConflictRule, Rotation> CONFLICT_ROTATION = Field.required(
                    "rotation",
                    WordForm.of(Rotation.class),
                    ConflictRule::rotation,
                    "daily: the thing goes from agent to agent each day")
            .or(Rotation.NONE);

    private static final Field<ConflictRule, @Nullable Source> CONFLICT_SOURCE =
            Field.optional("source", Sources.SOURCE, ConflictRule::source, Sources.SAYS);

    static final Form<ConflictRule> CONFLICT = new EntryForm<>(
            "conflict",
            List.of(
                    CONFLICT_KIND,
                    CONFLICT_STEPS,
                    CONFLICT_TIME_BOX,
                    CONFLICT_ESCALATE_AFTER,
                    CONFLICT_REVIEW_AFTER,
                    CONFLICT_ROTATION,
                    CONFLICT_SOURCE),
            entry -> new ConflictRule(
                    entry.get(CONFLICT_KIND),
                    entry.get(CONFLICT_STEPS),
                    entry.get(CONFLICT_TIME_BOX),
                    entry.get(CONFLICT_ESCALATE_AFTER),
                    entry.get(CONFLICT_REVIEW_AFTER),
                    entry.get(CONFLICT_ROTATION),
                    entry.get(CONFLICT_SOURCE)));

    private static final Field<Escalation, ItemId> ESCALATION_ID = Field.required(
            "id", NameForm.declares(Kind.ESCALATION, ItemId::new), Escalation::id, "names the escalation");

    private static final Field<Escalation, String> ESCALATION_WHEN =
            Field.required("when", TextForm.SOME, Escalation::when, "the condition, in words");

    private static final Field<Escalation, String> ESCALATION_TO =
            Field.required("to", TextForm.SOME, Escalation::to, "who is told at once");

    private static final Field<Escalation, @Nullable Source> ESCALATION_SOURCE =
            Field.optional("source", Sources.SOURCE, Escalation::source, Sources.SAYS);

    static final Form<Escalation> ESCALATION = new EntryForm<>(
            "escalation",
            List.of(ESCALATION_ID, ESCALATION_WHEN, ESCALATION_TO, ESCALATION_SOURCE),
            entry -> new Escalation(
                    entry.get(ESCALATION_ID),
                    entry.get(ESCALATION_WHEN),
                    entry.get(ESCALATION_TO),
                    entry.get(ESCALATION_SOURCE)));

    private CoordinationForms() {}
}
