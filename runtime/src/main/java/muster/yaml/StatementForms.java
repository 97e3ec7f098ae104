package muster.yaml;

import java.math.BigDecimal;
import java.util.List;
import muster.plan.Claim;
import muster.plan.ClaimValue;
import muster.plan.ItemId;
import muster.plan.Origin;
import muster.plan.Question;
import muster.plan.Source;
import org.jspecify.annotations.Nullable;

/// What documents state, ask and fear.
final class StatementForms {
    private static final Field<Claim, ItemId> CLAIM_ID =
            Field.required("id", NameForm.declares(Kind.CLAIM, ItemId::new), Claim::id, "names the claim");

    private static final Field<Claim, String> CLAIM_SUBJECT =
            Field.required("subject", TextForm.SOME, Claim::subject, "what is counted, in the words of the document");

    private static final Field<Claim, ClaimValue> CLAIM_VALUE =
            Field.required("value", ClaimValueForm.ANY, Claim::value, "what is stated");

    private static final Field<Claim, String> CLAIM_UNIT = Field.required(
                    "unit", TextForm.ANY, StatementForms::unit, "such as tables, hours, USD; of a bare number only")
            .or("");

    private static final Field<Claim, String> CLAIM_TEXT = Field.required(
                    "text", TextForm.ANY, Claim::text, "the sentence or cell as written")
            .or("");

    private static final Field<Claim, Origin> CLAIM_ORIGIN = Field.required(
                    "origin",
                    WordForm.of(Origin.class),
                    Claim::origin,
                    "whether it is meant as a statement about the world")
            .or(Origin.STATED);

    private static final Field<Claim, @Nullable Source> CLAIM_SOURCE =
            Field.optional("source", Sources.SOURCE, Claim::source, Sources.SAYS);

    static final Form<Claim> CLAIM = new EntryForm<>(
            "claim",
            List.of(CLAIM_ID, CLAIM_SUBJECT, CLAIM_VALUE, CLAIM_UNIT, CLAIM_ORIGIN, CLAIM_TEXT, CLAIM_SOURCE),
            entry -> new Claim(
                    entry.get(CLAIM_ID),
                    entry.get(CLAIM_SUBJECT),
                    valued(entry.get(CLAIM_VALUE), entry.get(CLAIM_UNIT)),
                    entry.get(CLAIM_ORIGIN),
                    entry.get(CLAIM_TEXT),
                    entry.get(CLAIM_SOURCE)));

    private static String unit(Claim claim) {
        return claim.value() instanceof ClaimValue.Computed ? "" : claim.unit();
    }

    private static ClaimValue valued(ClaimValue value, String unit) {
        return value instanceof ClaimValue.Amount(BigDecimal number, String _) ? ClaimValue.of(number, unit) : value;
    }

    private static final Field<Question, ItemId> QUESTION_ID =
            Field.required("id", NameForm.declares(Kind.QUESTION, ItemId::new), Question::id, "names the question");

    private static final Field<Question, Integer> QUESTION_NUMBER =
            Field.required("number", WholeForm.from(1), Question::number, "its number in the document");

    private static final Field<Question, String> QUESTION_TEXT =
            Field.required("text", TextForm.SOME, Question::text, "the question");

    private static final Field<Question, @Nullable Source> QUESTION_SOURCE =
            Field.optional("source", Sources.SOURCE, Question::source, Sources.SAYS);

    static final Form<Question> QUESTION = new EntryForm<>(
            "question",
            List.of(QUESTION_ID, QUESTION_NUMBER, QUESTION_TEXT, QUESTION_SOURCE),
            entry -> new Question(
                    entry.get(QUESTION_ID),
                    entry.get(QUESTION_NUMBER),
                    entry.get(QUESTION_TEXT),
                    entry.get(QUESTION_SOURCE)));

    private StatementForms() {}
}
