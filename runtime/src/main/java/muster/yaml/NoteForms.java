package muster.yaml;

import java.util.List;
import muster.plan.ItemId;
import muster.plan.NeedsDecision;
import muster.plan.Repair;
import muster.plan.Source;
import org.jspecify.annotations.Nullable;

/// What an importer reports beside the plan.
final class NoteForms {
    private static final Field<NeedsDecision, ItemId> NEEDS_DECISION_ID =
            Field.required("id", NameForm.declares(Kind.DECISION, ItemId::new), NeedsDecision::id, "names the item");

    private static final Field<NeedsDecision, String> NEEDS_DECISION_QUESTION =
            Field.required("question", TextForm.SOME, NeedsDecision::question, "what a person has to decide");

    private static final Field<NeedsDecision, String> NEEDS_DECISION_TEXT =
            Field.required("text", TextForm.ANY, NeedsDecision::text, "the ambiguous text");

    private static final Field<NeedsDecision, @Nullable Source> NEEDS_DECISION_SOURCE =
            Field.optional("source", Sources.SOURCE, NeedsDecision::source, Sources.SAYS);

    static final Form<NeedsDecision> NEEDS_DECISION = new EntryForm<>(
            "decision",
            List.of(NEEDS_DECISION_ID, NEEDS_DECISION_QUESTION, NEEDS_DECISION_TEXT, NEEDS_DECISION_SOURCE),
            entry -> new NeedsDecision(
                    entry.get(NEEDS_DECISION_ID),
                    entry.get(NEEDS_DECISION_QUESTION),
                    entry.get(NEEDS_DECISION_TEXT),
                    entry.get(NEEDS_DECISION_SOURCE)));

    private static final Field<Repair, String> REPAIR_BEFORE =
            Field.required("before", TextForm.ANY, Repair::before, "damaged text");

    private static final Field<Repair, String> REPAIR_AFTER =
            Field.required("after", TextForm.ANY, Repair::after, "text put right in memory");

    private static final Field<Repair, Source> REPAIR_SOURCE =
            Field.required("source", Sources.SOURCE, Repair::source, "where it stood");

    private static final Field<Repair, Integer> REPAIR_COLUMN =
            Field.required("column", WholeForm.from(1), Repair::column, "counted from 1, in code points");

    static final Form<Repair> REPAIR = new EntryForm<>(
            "repair",
            List.of(REPAIR_BEFORE, REPAIR_AFTER, REPAIR_SOURCE, REPAIR_COLUMN),
            entry -> new Repair(
                    entry.get(REPAIR_BEFORE),
                    entry.get(REPAIR_AFTER),
                    entry.get(REPAIR_SOURCE),
                    entry.get(REPAIR_COLUMN)));

    private NoteForms() {}
}
