package muster.yaml;

import java.util.List;
import muster.plan.Definition;
import muster.plan.FormTemplate;
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

    private static final Field<Definition, Definition.Kind> DEFINITION_KIND =
            Field.required("kind", WordForm.of(Definition.Kind.class), Definition::kind, "what the word is a case of");

    private static final Field<Definition, String> DEFINITION_TERM =
            Field.required("term", TextForm.SOME, Definition::term, "the word, as the document writes it");

    private static final Field<Definition, String> DEFINITION_MEANING =
            Field.required("meaning", TextForm.SOME, Definition::meaning, "what the document says it means");

    private static final Field<Definition, @Nullable Source> DEFINITION_SOURCE =
            Field.optional("source", Sources.SOURCE, Definition::source, Sources.SAYS);

    static final Form<Definition> DEFINITION = new EntryForm<>(
            "definition",
            List.of(DEFINITION_KIND, DEFINITION_TERM, DEFINITION_MEANING, DEFINITION_SOURCE),
            entry -> new Definition(
                    entry.get(DEFINITION_KIND),
                    entry.get(DEFINITION_TERM),
                    entry.get(DEFINITION_MEANING),
                    entry.get(DEFINITION_SOURCE)));

    private static final Field<FormTemplate, String> TEMPLATE_TITLE =
            Field.required("title", LineForm.TITLE, FormTemplate::title, "the heading it stands under");

    private static final Field<FormTemplate, List<String>> TEMPLATE_FIELDS = Field.required(
                    "fields", ListForm.of(TextForm.SOME), FormTemplate::fields, "keys of the form, in order")
            .or(List.of());

    private static final Field<FormTemplate, @Nullable Source> TEMPLATE_SOURCE =
            Field.optional("source", Sources.SOURCE, FormTemplate::source, Sources.SAYS);

    static final Form<FormTemplate> TEMPLATE = new EntryForm<>(
            "template",
            List.of(TEMPLATE_TITLE, TEMPLATE_FIELDS, TEMPLATE_SOURCE),
            entry -> new FormTemplate(
                    entry.get(TEMPLATE_TITLE), entry.get(TEMPLATE_FIELDS), entry.get(TEMPLATE_SOURCE)));

    private NoteForms() {}
}
