package muster.yaml;

import java.time.Instant;
import java.util.List;
import muster.plan.Deadline;
import muster.plan.FactId;
import muster.plan.Header;
import muster.plan.ItemId;
import muster.plan.PhaseId;
import muster.plan.PlanId;
import muster.plan.Source;
import muster.plan.Standing;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/// The head of the plan.
final class HeaderForms {
    private static final Standing CURRENT = new Standing.Current();

    private static final Field<Deadline, ItemId> DEADLINE_ID =
            Field.required("id", NameForm.declares(Kind.DEADLINE, ItemId::new), Deadline::id, "names the deadline");
    private static final Field<Deadline, String> DEADLINE_TITLE =
            Field.required("title", LineForm.TITLE, Deadline::title, "what must be done by then");
    private static final Field<Deadline, Instant> AT =
            Field.required("at", Times.INSTANT, Deadline::at, "when it must be done");
    private static final Field<Deadline, @Nullable Source> DEADLINE_SOURCE =
            Field.optional("source", Sources.SOURCE, Deadline::source, Sources.SAYS);

    private static final Form<Deadline> DEADLINE = new EntryForm<>(
            "deadline",
            List.of(DEADLINE_ID, DEADLINE_TITLE, AT, DEADLINE_SOURCE),
            entry -> new Deadline(
                    entry.get(DEADLINE_ID), entry.get(DEADLINE_TITLE), entry.get(AT), entry.get(DEADLINE_SOURCE)));

    private static final Field<Standing.Superseded, @Nullable String> BY =
            Field.optional("superseded-by", TextForm.SOME, Standing.Superseded::by, "the plan in force instead");
    private static final Field<Standing.Superseded, @Nullable Source> STANDING_SOURCE =
            Field.optional("source", Sources.SOURCE, Standing.Superseded::source, Sources.SAYS);

    private static final Form<Standing.Superseded> SUPERSEDED = new EntryForm<>(
            "superseded",
            List.of(BY, STANDING_SOURCE),
            entry -> new Standing.Superseded(entry.get(BY), entry.get(STANDING_SOURCE)));

    private static final Form<Standing> STANDING = new EitherForm<>(
            WordForm.of(CURRENT, "current"),
            new OrderedForm<>(SUPERSEDED, by -> by, HeaderForms::superseded),
            MappingNode.class,
            CURRENT::equals);

    private static final Field<Header, PlanId> ID =
            Field.required("id", NameForm.mentions(Kind.PLAN, PlanId::new), Header::id, "names the plan");
    private static final Field<Header, String> TITLE =
            Field.required("title", LineForm.TITLE, Header::title, "what the plan is for, in one line");
    private static final Field<Header, Instant> START =
            Field.required("start", Times.INSTANT, Header::start, "earliest instant of work");
    private static final Field<Header, @Nullable PhaseId> TARGET = Field.optional(
            "target", NameForm.refers(Kind.PHASE, PhaseId::new), Header::target, "the phase whose readiness is judged");
    private static final Field<Header, List<FactId>> GOAL = Field.required(
                    "goal", Facts.LIST, Header::goal, "facts that must hold at the end")
            .or(List.of());
    private static final Field<Header, List<Deadline>> DEADLINES = Field.required(
                    "deadlines", ListForm.of(DEADLINE), Header::deadlines, "instants by which something must be done")
            .or(List.of());
    private static final Field<Header, Standing> IN_FORCE = Field.required(
                    "standing", STANDING, Header::standing, "whether the plan is in force")
            .or(CURRENT);

    static final Form<Header> HEADER = new EntryForm<>(
            "plan",
            List.of(ID, TITLE, START, TARGET, GOAL, DEADLINES, IN_FORCE),
            entry -> new Header(
                    entry.get(ID),
                    entry.get(TITLE),
                    entry.get(START),
                    entry.get(TARGET),
                    entry.get(GOAL),
                    entry.get(DEADLINES),
                    entry.get(IN_FORCE)));

    private HeaderForms() {}

    private static Standing.Superseded superseded(Standing standing) {
        return switch (standing) {
            case Standing.Superseded superseded -> superseded;
            case Standing.Current _ -> throw new IllegalArgumentException("a plan in force has no successor");
        };
    }
}
