package muster.yaml;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import muster.plan.AmountRule;
import muster.plan.AmountRule.Change;
import muster.plan.FactId;
import muster.plan.Given;
import muster.plan.Ids;
import muster.plan.Money;
import muster.plan.Preference;
import muster.plan.Premises;
import muster.plan.Quantity;
import muster.plan.Share;
import muster.plan.TaskId;
import muster.plan.Timing;
import org.jspecify.annotations.Nullable;

/// What planning starts from and is asked for.
final class PremiseForms {
    private static final Share CERTAIN = new Share(1);
    private static final String YES = "yes";
    private static final String NO = "no";

    /// A given as it is written: one of three ways to say what is known.
    private record Draft(
            FactId fact,
            @Nullable String holds,
            @Nullable BigDecimal amount,
            String unit,
            @Nullable String value,
            List<String> values,
            Given rest) {

        Given given() {
            if (Stream.of(holds, amount, value).filter(Objects::nonNull).count() != 1) {
                throw new IllegalArgumentException(
                        fact + " must have exactly one of the keys 'holds', 'amount' and 'value'");
            }
            return new Given(fact, known(), rest.evidence(), rest.observed(), rest.expires(), rest.confidence());
        }

        private Given.Value known() {
            if (amount != null) {
                return new Given.Value.Amount(new Quantity(amount, unit));
            }
            if (value != null) {
                values.forEach(this::requireName);
                return new Given.Value.Symbol(value, values);
            }
            return YES.equals(holds) ? new Given.Value.Holds() : new Given.Value.Fails();
        }

        private void requireName(String name) {
            if (!Ids.isId(fact + ":" + name)) {
                throw new IllegalArgumentException("'" + fact + ":" + name + "' is no id");
            }
        }
    }

    private record RuleDraft(
            TaskId task,
            FactId fact,
            @Nullable BigDecimal atLeast,
            @Nullable BigDecimal atMost,
            @Nullable BigDecimal takes,
            @Nullable BigDecimal gives,
            @Nullable BigDecimal sets) {

        AmountRule rule() {
            var changes = Stream.of(
                            takes == null ? null : new Change.Takes(takes),
                            gives == null ? null : new Change.Gives(gives),
                            sets == null ? null : new Change.Sets(sets))
                    .filter(Objects::nonNull)
                    .toList();
            if (changes.size() > 1 || (changes.isEmpty() && atLeast == null && atMost == null)) {
                throw new IllegalArgumentException("an amount of a task must have one of the keys 'takes', 'gives' and"
                        + " 'sets', or 'at-least' or 'at-most'");
            }
            Stream.of(takes, gives, sets, atLeast, atMost)
                    .filter(Objects::nonNull)
                    .forEach(number -> new Quantity(number, ""));
            return new AmountRule(task, fact, atLeast, atMost, changes.isEmpty() ? null : changes.getFirst());
        }
    }

    private static final Field<Draft, FactId> FACT =
            Field.required("id", NameForm.declares(Kind.FACT, FactId::new), Draft::fact, "names the fact");
    private static final Field<Draft, @Nullable String> HOLDS =
            Field.optional("holds", WordForm.themselves(YES, NO), Draft::holds, "whether it is true");
    private static final Field<Draft, @Nullable BigDecimal> AMOUNT = Field.optional(
            "amount",
            NumberForm.AMOUNT,
            Draft::amount,
            "how much there is: up to 100000000000, with at most 6 decimals");
    private static final Field<Draft, String> UNIT = Field.required(
                    "unit", TextForm.ANY, Draft::unit, "unit of the amount, such as GiB, USD, slots")
            .or("");
    private static final Field<Draft, @Nullable String> VALUE = Field.optional(
            "value",
            TextForm.SOME,
            Draft::value,
            "the value of a symbolic fact; `environment` with the value `staging` is the fact `environment:staging`");
    private static final Field<Draft, List<String>> VALUES = Field.required(
                    "values", Texts.LIST, Draft::values, "all values it can have: making one true ends the others")
            .or(List.of());
    private static final Field<Draft, List<String>> EVIDENCE = Field.<Draft, List<String>>required(
                    "evidence", Texts.LIST, draft -> draft.rest.evidence(), "what it rests on")
            .or(List.of());
    private static final Field<Draft, @Nullable Instant> OBSERVED =
            Field.optional("observed", Times.INSTANT, draft -> draft.rest.observed(), "when it was observed");
    private static final Field<Draft, @Nullable Instant> EXPIRES = Field.optional(
            "expires", Times.INSTANT, draft -> draft.rest.expires(), "from when on it does not count any more");
    private static final Field<Draft, Share> CONFIDENCE = Field.<Draft, Share>required(
                    "confidence", NumberForm.SHARE, draft -> draft.rest.confidence(), "how sure it is, 0 to 1")
            .or(CERTAIN);

    private static final Form<Given> GIVEN = new OrderedForm<>(
            new EntryForm<>(
                    "given fact",
                    List.of(FACT, HOLDS, AMOUNT, UNIT, VALUE, VALUES, EVIDENCE, OBSERVED, EXPIRES, CONFIDENCE),
                    entry -> new Draft(
                            entry.get(FACT),
                            entry.get(HOLDS),
                            entry.get(AMOUNT),
                            entry.get(UNIT),
                            entry.get(VALUE),
                            entry.get(VALUES),
                            new Given(
                                    entry.get(FACT),
                                    new Given.Value.Fails(),
                                    entry.get(EVIDENCE),
                                    entry.get(OBSERVED),
                                    entry.get(EXPIRES),
                                    entry.get(CONFIDENCE)))),
            Draft::given,
            PremiseForms::draft);

    private static final Field<RuleDraft, TaskId> TASK =
            Field.required("task", NameForm.refers(Kind.ACTION, TaskId::new), RuleDraft::task, "the task or remedy");
    private static final Field<RuleDraft, FactId> OF = Field.required(
            "fact",
            NameForm.refers(Kind.FACT, FactId::new),
            RuleDraft::fact,
            "the amount, by the id it is given under");
    private static final Field<RuleDraft, @Nullable BigDecimal> AT_LEAST =
            number("at-least", RuleDraft::atLeast, "how much there must be before the task starts");
    private static final Field<RuleDraft, @Nullable BigDecimal> AT_MOST =
            number("at-most", RuleDraft::atMost, "how much there may be before the task starts");
    private static final Field<RuleDraft, @Nullable BigDecimal> TAKES =
            number("takes", RuleDraft::takes, "how much the task uses up; there must be as much");
    private static final Field<RuleDraft, @Nullable BigDecimal> GIVES =
            number("gives", RuleDraft::gives, "how much more there is once it is done");
    private static final Field<RuleDraft, @Nullable BigDecimal> SETS =
            number("sets", RuleDraft::sets, "how much there is once it is done");

    private static final Form<AmountRule> RULE = new OrderedForm<>(
            new EntryForm<>(
                    "amount of a task",
                    List.of(TASK, OF, AT_LEAST, AT_MOST, TAKES, GIVES, SETS),
                    entry -> new RuleDraft(
                            entry.get(TASK),
                            entry.get(OF),
                            entry.get(AT_LEAST),
                            entry.get(AT_MOST),
                            entry.get(TAKES),
                            entry.get(GIVES),
                            entry.get(SETS))),
            RuleDraft::rule,
            PremiseForms::draft);

    private static final Field<Preference, FactId> WISHED =
            Field.required("fact", NameForm.mentions(Kind.FACT, FactId::new), Preference::fact, "the fact");
    private static final Field<Preference, Integer> PRIORITY = Field.required(
            "priority",
            WholeForm.between(0, Timing.TOP_PRIORITY),
            Preference::priority,
            "wishes of higher priority are served first, of equal ones that written first");
    private static final Form<Preference> WISH = new EntryForm<>(
            "wish", List.of(WISHED, PRIORITY), entry -> new Preference(entry.get(WISHED), entry.get(PRIORITY)));

    private static final Field<Premises, Share> LEAST = Field.required(
                    "confidence",
                    NumberForm.SHARE,
                    Premises::confidence,
                    "how sure what is known must be to count, 0 to 1")
            .or(new Share(0));
    private static final Field<Premises, @Nullable Money> BUDGET = Field.optional(
            "budget",
            Estimates.MONEY,
            Premises::budget,
            "what all actions may cost together, money and working time at the hourly price");
    private static final Field<Premises, List<Given>> FACTS = Field.required(
                    "facts", ListForm.of(GIVEN), Premises::given, "what is taken as known")
            .or(List.of());
    private static final Field<Premises, List<AmountRule>> RULES = Field.required(
                    "amounts",
                    ListForm.of(RULE),
                    Premises::amounts,
                    "what tasks and remedies ask of amounts and do to them")
            .or(List.of());
    private static final Field<Premises, List<Preference>> WISHES = Field.required(
                    "wishes", ListForm.of(WISH), Premises::wishes, "goals that may be left if they cannot be had")
            .or(List.of());

    static final Form<Premises> PREMISES = new EntryForm<>(
            "planning",
            List.of(LEAST, BUDGET, FACTS, RULES, WISHES),
            entry -> new Premises(
                    entry.get(FACTS), entry.get(RULES), entry.get(WISHES), entry.get(BUDGET), entry.get(LEAST)));

    private PremiseForms() {}

    private static Field<RuleDraft, @Nullable BigDecimal> number(
            String key, Function<RuleDraft, @Nullable BigDecimal> from, String says) {
        return Field.optional(key, NumberForm.AMOUNT, from, says);
    }

    private static Draft draft(Given given) {
        return switch (given.value()) {
            case Given.Value.Holds _ -> new Draft(given.fact(), YES, null, "", null, List.of(), given);
            case Given.Value.Fails _ -> new Draft(given.fact(), NO, null, "", null, List.of(), given);
            case Given.Value.Amount(var quantity) ->
                new Draft(given.fact(), null, quantity.number(), quantity.unit(), null, List.of(), given);
            case Given.Value.Symbol(var value, var values) ->
                new Draft(given.fact(), null, null, "", value, values, given);
        };
    }

    private static RuleDraft draft(AmountRule rule) {
        return new RuleDraft(
                rule.task(),
                rule.fact(),
                rule.atLeast(),
                rule.atMost(),
                rule.change() instanceof Change.Takes(var number) ? number : null,
                rule.change() instanceof Change.Gives(var number) ? number : null,
                rule.change() instanceof Change.Sets(var number) ? number : null);
    }
}
