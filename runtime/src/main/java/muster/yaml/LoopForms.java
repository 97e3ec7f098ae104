package muster.yaml;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.plan.FactId;
import muster.plan.LoopRule;
import muster.plan.LoopRule.Criterion;
import muster.plan.Repeat;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/// When the rounds of a loop end.
final class LoopForms {
    private static final Field<Fact, FactId> FACT =
            Field.required("fact", NameForm.mentions(Kind.FACT, FactId::new), Fact::fact, "holds when a round is over");
    private static final Field<Output, String> OUTPUT =
            Field.required("output", TextForm.SOME, Output::name, "name of a number that the task reports");
    private static final Field<Output, TaskId> TASK = Field.required(
            "task", NameForm.refers(Kind.TASK, TaskId::new), Output::task, "the task of the loop that reports it");
    private static final Field<Output, @Nullable BigDecimal> LEAST =
            Field.optional("at-least", NumberForm.AMOUNT, Output::least, "lower bound, itself allowed");
    private static final Field<Output, @Nullable BigDecimal> GREATEST =
            Field.optional("at-most", NumberForm.AMOUNT, Output::most, "upper bound, itself allowed");

    private static final Form<Criterion> MEASURED = new OrderedForm<>(
            new ChoiceForm<Measure>(
                    "criterion",
                    List.of(
                            new ChoiceForm.Case<>(
                                    Fact.class,
                                    new EntryForm<>(
                                            "criterion by fact", List.of(FACT), entry -> new Fact(entry.get(FACT)))),
                            new ChoiceForm.Case<>(
                                    Output.class,
                                    new EntryForm<>(
                                            "criterion by output",
                                            List.of(OUTPUT, TASK, LEAST, GREATEST),
                                            entry -> new Output(
                                                    entry.get(OUTPUT),
                                                    entry.get(TASK),
                                                    entry.get(LEAST),
                                                    entry.get(GREATEST)))))),
            Measure::criterion,
            LoopForms::measure);

    private static final Form<Criterion> CRITERION = new EitherForm<>(
            new WordForm<Criterion>(
                    new TreeMap<>(Map.of("people", new Criterion.Judged(), "unchanged", new Criterion.Unchanged()))),
            MEASURED,
            MappingNode.class,
            criterion -> criterion instanceof Criterion.Judged || criterion instanceof Criterion.Unchanged);

    private static final Field<LoopRule, Integer> MOST = Field.required(
                    "most", WholeForm.between(1, Repeat.MOST_ROUNDS), LoopRule::most, "rounds there are at most")
            .or(LoopRule.USUAL_ROUNDS);
    private static final Field<LoopRule, Criterion> CONVERGED = Field.required(
                    "converged",
                    CRITERION,
                    LoopRule::converged,
                    "what ends it before: `people` decide after each round, a round left all outputs and deliverables "
                            + "`unchanged`, a fact holds, or an output is within bounds")
            .or(new Criterion.Judged());
    private static final Field<LoopRule, LoopRule.Exhausted> EXHAUSTED = Field.required(
                    "exhausted",
                    WordForm.of(LoopRule.Exhausted.class),
                    LoopRule::exhausted,
                    "what happens when the last round leaves the criterion unmet")
            .or(LoopRule.Exhausted.STALL);

    static final Form<LoopRule> LOOP = new EntryForm<>(
            "loop",
            List.of(MOST, CONVERGED, EXHAUSTED),
            entry -> new LoopRule(entry.get(MOST), entry.get(CONVERGED), entry.get(EXHAUSTED)));

    private LoopForms() {}

    private static Measure measure(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Holds(var fact) -> new Fact(fact);
            case Criterion.Reaches(var task, var output, var least, var most) -> new Output(output, task, least, most);
            case Criterion.Judged _, Criterion.Unchanged _ ->
                throw new IllegalArgumentException("a word says it: " + criterion);
        };
    }

    /// A criterion before its parts are known to fit each other.
    private sealed interface Measure {
        Criterion criterion();
    }

    private record Fact(FactId fact) implements Measure {
        @Override
        public Criterion criterion() {
            return new Criterion.Holds(fact);
        }
    }

    private record Output(
            String name,
            TaskId task,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) implements Measure {
        @Override
        public Criterion criterion() {
            return new Criterion.Reaches(task, name, least, most);
        }
    }
}
