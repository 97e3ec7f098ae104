package muster.yaml;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.Deliverable;
import muster.plan.ItemId;
import muster.plan.Review;
import muster.plan.RollbackProcedure;
import muster.plan.Source;
import org.jspecify.annotations.Nullable;

/// What the plan leads to, how to go back, and when to look back.
final class OutcomeForms {
    private static final Field<Deliverable, ItemId> DELIVERABLE_ID = Field.required(
            "id", NameForm.declares(Kind.DELIVERABLE, ItemId::new), Deliverable::id, "names the deliverable");

    private static final Field<Deliverable, String> DELIVERABLE_PATH =
            Field.required("path", TextForm.SOME, Deliverable::path, "relative to the workspace");

    private static final Field<Deliverable, String> DELIVERABLE_TITLE =
            Field.required("title", LineForm.TITLE, Deliverable::title, "what the document is");

    private static final Field<Deliverable, @Nullable Instant> DELIVERABLE_DUE =
            Field.optional("due", Times.INSTANT, Deliverable::due, "when it must be written");

    private static final Field<Deliverable, @Nullable Integer> DELIVERABLE_PAGES =
            Field.optional("pages", WholeForm.from(1), Deliverable::pages, "most pages it may have");

    private static final Field<Deliverable, List<String>> DELIVERABLE_FIELDS = Field.required(
                    "fields", Texts.LIST, Deliverable::fields, "labels that each entry of it carries, in order")
            .or(List.of());

    private static final Field<Deliverable, @Nullable Source> DELIVERABLE_SOURCE =
            Field.optional("source", Sources.SOURCE, Deliverable::source, Sources.SAYS);

    static final Form<Deliverable> DELIVERABLE = new EntryForm<>(
            "deliverable",
            List.of(
                    DELIVERABLE_ID,
                    DELIVERABLE_PATH,
                    DELIVERABLE_TITLE,
                    DELIVERABLE_DUE,
                    DELIVERABLE_PAGES,
                    DELIVERABLE_FIELDS,
                    DELIVERABLE_SOURCE),
            entry -> new Deliverable(
                    entry.get(DELIVERABLE_ID),
                    entry.get(DELIVERABLE_PATH),
                    entry.get(DELIVERABLE_TITLE),
                    entry.get(DELIVERABLE_DUE),
                    entry.get(DELIVERABLE_PAGES),
                    entry.get(DELIVERABLE_FIELDS),
                    entry.get(DELIVERABLE_SOURCE)));

    private static final Field<RollbackProcedure, ItemId> ROLLBACK_ID = Field.required(
            "id", NameForm.declares(Kind.ROLLBACK, ItemId::new), RollbackProcedure::id, "names the procedure");

    private static final Field<RollbackProcedure, String> ROLLBACK_TITLE =
            Field.required("title", LineForm.TITLE, RollbackProcedure::title, "what it goes back to");

    private static final Field<RollbackProcedure, Duration> ROLLBACK_BUDGET =
            Field.required("budget", Durations.DURATION, RollbackProcedure::budget, "longest time it may take");

    private static final Field<RollbackProcedure, List<String>> ROLLBACK_STEPS = Field.required(
                    "steps", Texts.LIST, RollbackProcedure::steps, "for people, in order")
            .or(List.of());

    private static final Field<RollbackProcedure, List<List<String>>> ROLLBACK_COMMANDS = Field.required(
                    "commands",
                    ListForm.of(ActionForms.ARGV),
                    RollbackProcedure::commands,
                    "programs with their arguments, in order")
            .or(List.of());

    private static final Field<RollbackProcedure, SortedMap<String, String>> ROLLBACK_ENVIRONMENT = Field.required(
                    "environment", new TableForm(), RollbackProcedure::environment, "variables to set")
            .or(new TreeMap<>());

    private static final Field<RollbackProcedure, @Nullable Source> ROLLBACK_SOURCE =
            Field.optional("source", Sources.SOURCE, RollbackProcedure::source, Sources.SAYS);

    static final Form<RollbackProcedure> ROLLBACK = new EntryForm<>(
            "rollback",
            List.of(
                    ROLLBACK_ID,
                    ROLLBACK_TITLE,
                    ROLLBACK_BUDGET,
                    ROLLBACK_STEPS,
                    ROLLBACK_COMMANDS,
                    ROLLBACK_ENVIRONMENT,
                    ROLLBACK_SOURCE),
            entry -> new RollbackProcedure(
                    entry.get(ROLLBACK_ID),
                    entry.get(ROLLBACK_TITLE),
                    entry.get(ROLLBACK_BUDGET),
                    entry.get(ROLLBACK_STEPS),
                    entry.get(ROLLBACK_COMMANDS),
                    entry.get(ROLLBACK_ENVIRONMENT),
                    entry.get(ROLLBACK_SOURCE)));

    private static final Field<Review, ItemId> REVIEW_ID =
            Field.required("id", NameForm.declares(Kind.REVIEW, ItemId::new), Review::id, "names the review");

    private static final Field<Review, String> REVIEW_TITLE =
            Field.required("title", LineForm.TITLE, Review::title, "what is looked back on");

    private static final Field<Review, Period> REVIEW_EVERY = Field.required(
            "every", Times.PERIOD, Review::every, "interval; the first is due that long after the end of the plan");

    private static final Field<Review, List<String>> REVIEW_CRITERIA = Field.required(
                    "criteria", Texts.LIST, Review::criteria, "what is asked")
            .or(List.of());

    private static final Field<Review, @Nullable Source> REVIEW_SOURCE =
            Field.optional("source", Sources.SOURCE, Review::source, Sources.SAYS);

    static final Form<Review> REVIEW = new EntryForm<>(
            "review",
            List.of(REVIEW_ID, REVIEW_TITLE, REVIEW_EVERY, REVIEW_CRITERIA, REVIEW_SOURCE),
            entry -> new Review(
                    entry.get(REVIEW_ID),
                    entry.get(REVIEW_TITLE),
                    entry.get(REVIEW_EVERY),
                    entry.get(REVIEW_CRITERIA),
                    entry.get(REVIEW_SOURCE)));

    private OutcomeForms() {}
}
