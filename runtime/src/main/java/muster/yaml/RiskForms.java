package muster.yaml;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import muster.plan.CostRange;
import muster.plan.Distribution;
import muster.plan.Estimate;
import muster.plan.GateFailure;
import muster.plan.Impact;
import muster.plan.ItemId;
import muster.plan.Mitigation;
import muster.plan.Money;
import muster.plan.PhaseId;
import muster.plan.Repeat;
import muster.plan.Risk;
import muster.plan.RiskLevel;
import muster.plan.Share;
import muster.plan.Source;
import muster.plan.Stretch;
import muster.plan.TaskId;
import muster.plan.Uncertainty;
import org.jspecify.annotations.Nullable;

/// What may happen, and how it counts in simulations.
final class RiskForms {
    private static final int MOST_ROUNDS = 10;
    private static final String NUMBER = "[0-9]{1,15}(\\.[0-9]{1,9})?";
    private static final String DOTS = "\\.\\.";

    private static final Form<Stretch> STRETCH = new PatternForm<>(
            "a range of factors such as 1.1..1.5, or with a likely one such as 1..1.2..2",
            Pattern.compile(NUMBER + DOTS + NUMBER + "(" + DOTS + NUMBER + ")?"),
            RiskForms::stretch,
            stretch -> plain(stretch.min()) + ".." + plain(stretch.likely()) + ".." + plain(stretch.max()));

    private static final Form<CostRange> COST = new PatternForm<>(
            "an amount or a range with its currency, such as 100 USD, 100..500 USD or 100..200..500 USD",
            Pattern.compile(NUMBER + "(" + DOTS + NUMBER + "(" + DOTS + NUMBER + ")?)? [A-Z]{3}"),
            RiskForms::cost,
            RiskForms::print);

    private static final Field<Mitigation, Money> MITIGATION_COST =
            Field.required("cost", Estimates.MONEY, Mitigation::cost, "what it costs");
    private static final Field<Mitigation, Share> RESIDUAL = Field.required(
            "residual", NumberForm.SHARE, Mitigation::residual, "probability of the risk once it is done, 0 to 1");

    private static final Form<Mitigation> MITIGATION = new EntryForm<>(
            "mitigation",
            List.of(MITIGATION_COST, RESIDUAL),
            entry -> new Mitigation(entry.get(MITIGATION_COST), entry.get(RESIDUAL)));

    private static final Field<Risk, ItemId> ID =
            Field.required("id", NameForm.declares(Kind.RISK, ItemId::new), Risk::id, "names the risk");
    private static final Field<Risk, String> TITLE =
            Field.required("title", LineForm.TITLE, Risk::title, "what may happen");
    private static final Field<Risk, RiskLevel> LEVEL =
            Field.required("level", WordForm.of(RiskLevel.class), Risk::level, "how bad it is judged");
    private static final Field<Risk, @Nullable PhaseId> PHASE =
            Field.optional("phase", NameForm.refers(Kind.PHASE, PhaseId::new), Risk::phase, "the phase it belongs to");
    private static final Field<Risk, List<TaskId>> TASKS = Field.required(
                    "tasks", TaskForms.TASKS, Risk::tasks, "tasks that it hits")
            .or(List.of());
    private static final Field<Risk, @Nullable Share> PROBABILITY = Field.optional(
            "probability", NumberForm.SHARE, Risk::probability, "0 to 1; left out, a range by its level is assumed");
    private static final Field<Risk, Estimate> DELAY = Field.<Risk, Estimate>required(
                    "delay",
                    Estimates.ESTIMATE,
                    risk -> risk.impact() == null
                            ? Estimate.ZERO
                            : risk.impact().delay(),
                    "working time added once to each of its tasks and once to the end of its phase")
            .or(Estimate.ZERO);
    private static final Field<Risk, @Nullable Stretch> FACTOR = Field.optional(
            "stretch",
            STRETCH,
            risk -> risk.impact() == null ? null : risk.impact().stretch(),
            "factor on the working time of its tasks and of all tasks of its phase, the same for all");
    private static final Field<Risk, @Nullable CostRange> MONEY = Field.optional(
            "cost", COST, risk -> risk.impact() == null ? null : risk.impact().cost(), "spent once if it happens");
    private static final Field<Risk, @Nullable Mitigation> AGAINST =
            Field.optional("mitigation", MITIGATION, Risk::mitigation, "what can be done against it, in numbers");
    private static final Field<Risk, List<String>> MITIGATIONS = Field.required(
                    "mitigations", Texts.LIST, Risk::mitigations, "what is done against it")
            .or(List.of());
    private static final Field<Risk, List<String>> SUCCESS_CRITERIA = Field.required(
                    "success-criteria", Texts.LIST, Risk::successCriteria, "how to tell that this worked")
            .or(List.of());
    private static final Field<Risk, @Nullable Source> SOURCE =
            Field.optional("source", Sources.SOURCE, Risk::source, Sources.SAYS);

    static final Form<Risk> RISK = new EntryForm<>(
            "risk",
            List.of(
                    ID,
                    TITLE,
                    LEVEL,
                    PHASE,
                    TASKS,
                    PROBABILITY,
                    DELAY,
                    FACTOR,
                    MONEY,
                    AGAINST,
                    MITIGATIONS,
                    SUCCESS_CRITERIA,
                    SOURCE),
            entry -> new Risk(
                    entry.get(ID),
                    entry.get(TITLE),
                    entry.get(LEVEL),
                    entry.get(PHASE),
                    entry.get(TASKS),
                    entry.get(PROBABILITY),
                    impact(entry),
                    entry.get(AGAINST),
                    entry.get(MITIGATIONS),
                    entry.get(SUCCESS_CRITERIA),
                    entry.get(SOURCE)));

    private static final Field<Again, Share> AGAIN = Field.required(
            "again", NumberForm.SHARE, Again::probability, "probability of another round after each one");
    private static final Field<Again, Integer> MOST = Field.required(
                    "most", rounds(), Again::most, "rounds there are at most; the last one is accepted as it is")
            .or(MOST_ROUNDS);
    private static final Field<Bounds, Integer> LIKELY =
            Field.required("likely", rounds(), Bounds::likely, "rounds that are most likely");
    private static final Field<Bounds, Integer> MIN =
            Field.required("min", rounds(), Bounds::min, "fewest rounds").or(1);
    private static final Field<Bounds, Integer> MAX = Field.required("max", rounds(), Bounds::max, "most rounds");

    static final Form<Repeat> REPEAT = new OrderedForm<>(
            new ChoiceForm<Draft>(
                    "repeat",
                    List.of(
                            new ChoiceForm.Case<>(
                                    Again.class,
                                    new EntryForm<>(
                                            "repeat by probability",
                                            List.of(AGAIN, MOST),
                                            entry -> new Again(entry.get(AGAIN), entry.get(MOST)))),
                            new ChoiceForm.Case<>(
                                    Bounds.class,
                                    new EntryForm<>(
                                            "repeat by rounds",
                                            List.of(LIKELY, MIN, MAX),
                                            entry -> new Bounds(entry.get(MIN), entry.get(LIKELY), entry.get(MAX)))))),
            Draft::repeat,
            RiskForms::draft);

    private static final Field<GateFailure, Share> FAILS = Field.required(
            "probability", NumberForm.SHARE, GateFailure::probability, "that it is not passed, each time, 0 to 1");
    private static final Field<GateFailure, Integer> TRIES = Field.required(
                    "most", rounds(), GateFailure::most, "attempts there are at most; the last one is accepted")
            .or(MOST_ROUNDS);
    private static final Field<GateFailure, List<TaskId>> REWORK = Field.required(
                    "rework", TaskForms.TASKS, GateFailure::rework, "tasks done again; left out, those it comes after")
            .or(List.of());

    static final Form<GateFailure> FAILURE = new EntryForm<>(
            "failure",
            List.of(FAILS, TRIES, REWORK),
            entry -> new GateFailure(entry.get(FAILS), entry.get(TRIES), entry.get(REWORK)));

    private static final Field<Parts, String> DISTRIBUTION = Field.required(
                    "distribution",
                    WordForm.themselves("pert", "triangular", "uniform"),
                    Parts::distribution,
                    "how values lie in a range")
            .or("pert");
    private static final Field<Parts, BigDecimal> WEIGHT = Field.required(
                    "weight", NumberForm.AMOUNT, Parts::weight, "of the likely value in PERT, 1 to 100")
            .or(BigDecimal.valueOf(4));
    private static final Field<Parts, Share> AGENTS = Field.required(
                    "agent-correlation",
                    NumberForm.SHARE,
                    Parts::agents,
                    "between durations of tasks with an agent in common, 0 to 1")
            .or(Uncertainty.STANDARD.agents());
    private static final Field<Parts, Share> RESOURCES = Field.required(
                    "resource-correlation", NumberForm.SHARE, Parts::resources, "the same for a resource")
            .or(Uncertainty.STANDARD.resources());
    private static final Field<Parts, @Nullable Money> HOURLY = Field.optional(
            "hourly", Estimates.MONEY, Parts::hourly, "price of an agent's working hour; left out, none");

    static final Form<Uncertainty> UNCERTAINTY = new OrderedForm<>(
            new EntryForm<>(
                    "uncertainty",
                    List.of(DISTRIBUTION, WEIGHT, AGENTS, RESOURCES, HOURLY),
                    entry -> new Parts(
                            entry.get(DISTRIBUTION),
                            entry.get(WEIGHT),
                            entry.get(AGENTS),
                            entry.get(RESOURCES),
                            entry.get(HOURLY))),
            Parts::uncertainty,
            Parts::of);

    private RiskForms() {}

    private static WholeForm<Integer> rounds() {
        return WholeForm.between(1, Repeat.MOST_ROUNDS);
    }

    private static @Nullable Impact impact(Entry<Risk> entry) {
        var delay = entry.get(DELAY);
        var stretch = entry.get(FACTOR);
        var cost = entry.get(MONEY);
        return delay.equals(Estimate.ZERO) && stretch == null && cost == null ? null : new Impact(delay, stretch, cost);
    }

    private static Stretch stretch(String text) {
        var numbers = Arrays.stream(text.split(DOTS, -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return numbers.length == 3
                ? new Stretch(numbers[0], numbers[1], numbers[2])
                : new Stretch(numbers[0], (numbers[0] + numbers[1]) / 2, numbers[1]);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static CostRange cost(String text) {
        var words = text.split(" ", -1);
        var amounts =
                Arrays.stream(words[0].split(DOTS, -1)).map(BigDecimal::new).toList();
        var middle = amounts.size() == 3
                ? amounts.get(1)
                : amounts.getFirst().add(amounts.getLast()).divide(BigDecimal.TWO);
        return new CostRange(
                new Money(amounts.getFirst(), words[1]),
                new Money(middle, words[1]),
                new Money(amounts.getLast(), words[1]));
    }

    private static String print(CostRange cost) {
        return cost.min().equals(cost.max())
                ? cost.min().toString()
                : cost.min().amount().toPlainString() + ".."
                        + cost.likely().amount().toPlainString() + ".." + cost.max();
    }

    /// A number of rounds before its order is checked.
    private sealed interface Draft {
        Repeat repeat();
    }

    private record Again(Share probability, int most) implements Draft {
        @Override
        public Repeat repeat() {
            return new Repeat.WithProbability(probability, most);
        }
    }

    private record Bounds(int min, int likely, int max) implements Draft {
        @Override
        public Repeat repeat() {
            return new Repeat.Rounds(min, likely, max);
        }
    }

    private static Draft draft(Repeat repeat) {
        return switch (repeat) {
            case Repeat.WithProbability(var again, var most) -> new Again(again, most);
            case Repeat.Rounds(var min, var likely, var max) -> new Bounds(min, likely, max);
        };
    }

    /// The section before it is known to fit together.
    private record Parts(
            String distribution,
            BigDecimal weight,
            Share agents,
            Share resources,
            @Nullable Money hourly) {
        Uncertainty uncertainty() {
            return new Uncertainty(
                    switch (distribution) {
                        case "triangular" -> new Distribution.Triangular();
                        case "uniform" -> new Distribution.Uniform();
                        default -> new Distribution.Pert(weight.doubleValue());
                    },
                    agents,
                    resources,
                    hourly);
        }

        static Parts of(Uncertainty whole) {
            var weight = whole.distribution() instanceof Distribution.Pert(double each)
                    ? BigDecimal.valueOf(each).stripTrailingZeros()
                    : BigDecimal.valueOf(4);
            return new Parts(
                    switch (whole.distribution()) {
                        case Distribution.Pert _ -> "pert";
                        case Distribution.Triangular _ -> "triangular";
                        case Distribution.Uniform _ -> "uniform";
                    },
                    weight,
                    whole.agents(),
                    whole.resources(),
                    whole.hourly());
        }
    }
}
