package muster.yaml;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import muster.plan.Matcher;
import muster.plan.VersionScheme;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/// What values must be like: a bare text or number must be equal, everything else is a mapping such as
/// `{at-least: 5}`.
final class MatcherForms {
    /// Any matcher.
    static final Form<Matcher> MATCHER =
            new LaterForm<>(MatcherForms::whole, "a value, or a mapping such as {at-least: 5}");

    private static final Form<Matcher> EQUAL =
            new OrderedForm<>(TextForm.WORD, Matcher.Equal::new, matcher -> ((Matcher.Equal) matcher).value());

    /// A matcher that is written as a mapping.
    static final Form<Matcher> MAPPING = new ChoiceForm<>("matcher", cases());

    private static final Form<Matcher> WHOLE =
            new EitherForm<>(EQUAL, MAPPING, MappingNode.class, matcher -> matcher instanceof Matcher.Equal);

    private MatcherForms() {}

    private static Form<Matcher> whole() {
        return WHOLE;
    }

    private static List<ChoiceForm.Case<? extends Matcher>> cases() {
        Field<Matcher.InRange, String> version =
                Field.required("version", TextForm.SOME, Matcher.InRange::range, "range that the version lies in");
        Field<Matcher.InRange, VersionScheme> scheme = Field.<Matcher.InRange, VersionScheme>required(
                        "scheme", WordForm.of(VersionScheme.class), Matcher.InRange::scheme, "notation of the range")
                .or(VersionScheme.SEMVER);
        return List.of(
                text("equals", Matcher.Equal.class, Matcher.Equal::new, Matcher.Equal::value),
                text("matches", Matcher.Matches.class, Matcher.Matches::new, Matcher.Matches::pattern),
                text("contains", Matcher.Contains.class, Matcher.Contains::new, Matcher.Contains::part),
                number("at-least", Matcher.AtLeast.class, Matcher.AtLeast::new, Matcher.AtLeast::number),
                number("at-most", Matcher.AtMost.class, Matcher.AtMost::new, Matcher.AtMost::number),
                new ChoiceForm.Case<>(
                        Matcher.InRange.class,
                        new EntryForm<>(
                                "version matcher",
                                List.of(version, scheme),
                                entry -> new Matcher.InRange(entry.get(scheme), entry.get(version)))),
                one(
                        Matcher.OneOf.class,
                        Field.required(
                                "one-of", new ListForm<>(TextForm.WORD, 1), Matcher.OneOf::values, "one of these"),
                        Matcher.OneOf::new),
                one(
                        Matcher.Exactly.class,
                        Field.required(
                                "exactly",
                                ListForm.of(TextForm.WORD),
                                Matcher.Exactly::elements,
                                "these and no others"),
                        Matcher.Exactly::new),
                nested("each", Matcher.Each.class, Matcher.Each::new, Matcher.Each::element),
                nested("length", Matcher.Length.class, Matcher.Length::new, Matcher.Length::number),
                several("all", Matcher.All.class, Matcher.All::new, Matcher.All::matchers),
                several("any", Matcher.Any.class, Matcher.Any::new, Matcher.Any::matchers),
                nested("not", Matcher.Not.class, Matcher.Not::new, Matcher.Not::matcher));
    }

    private static <M extends Matcher> ChoiceForm.Case<M> text(
            String key, Class<M> type, Function<String, M> make, Function<M, String> from) {
        return one(type, Field.required(key, TextForm.WORD, from, "the text " + key + " this"), make);
    }

    private static <M extends Matcher> ChoiceForm.Case<M> number(
            String key, Class<M> type, Function<BigDecimal, M> make, Function<M, BigDecimal> from) {
        return one(type, Field.required(key, NumberForm.ANY, from, "the number is " + key + " this"), make);
    }

    private static <M extends Matcher> ChoiceForm.Case<M> nested(
            String key, Class<M> type, Function<Matcher, M> make, Function<M, Matcher> from) {
        return one(type, Field.required(key, MATCHER, from, key), make);
    }

    private static <M extends Matcher> ChoiceForm.Case<M> several(
            String key, Class<M> type, Function<List<Matcher>, M> make, Function<M, List<Matcher>> from) {
        return one(type, Field.required(key, new ListForm<>(MATCHER, 1), from, key + " of these hold"), make);
    }

    private static <M extends Matcher, T> ChoiceForm.Case<M> one(
            Class<M> type, Field<M, T> field, Function<T, M> make) {
        return new ChoiceForm.Case<>(
                type, new EntryForm<>(field.key() + " matcher", List.of(field), entry -> make.apply(entry.get(field))));
    }
}
