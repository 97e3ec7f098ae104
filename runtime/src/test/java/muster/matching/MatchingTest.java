package muster.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import muster.matching.Verdict.Outcome;
import muster.plan.Matcher;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MatchingTest {
    private static final Value NOTHING = new Value.Absent();
    private static final Value LIST = Value.of(List.of("a", "b", "2.0"));

    static Stream<Arguments> whatHolds() {
        return Stream.of(
                arguments(new Matcher.Equal("1"), number("1.00")),
                arguments(new Matcher.Equal("0644"), Value.of("644")),
                arguments(new Matcher.Equal("yes"), Value.of("yes")),
                arguments(new Matcher.Matches("^b+"), Value.of("bbc")),
                arguments(new Matcher.Matches("5$"), Value.of(25)),
                arguments(new Matcher.Contains("bc"), Value.of("abcd")),
                arguments(new Matcher.Contains("2"), LIST),
                arguments(atLeast("5"), Value.of("5\n")),
                arguments(new Matcher.AtMost(new BigDecimal("5")), number("4.999")),
                arguments(new Matcher.OneOf(List.of("x", "3.0")), Value.of(3)),
                arguments(new Matcher.Exactly(List.of("2", "b", "a")), LIST),
                arguments(new Matcher.Each(new Matcher.Length(new Matcher.AtMost(BigDecimal.TEN))), LIST),
                arguments(new Matcher.Length(new Matcher.Equal("3")), LIST),
                arguments(new Matcher.Length(new Matcher.Equal("1")), Value.of("😀")),
                arguments(new Matcher.All(List.of(atLeast("1"), atLeast("2"))), Value.of(2)),
                arguments(new Matcher.Any(List.of(atLeast("9"), atLeast("2"))), Value.of(2)),
                arguments(new Matcher.Not(new Matcher.Equal("a")), NOTHING),
                arguments(new Matcher.Not(new Matcher.Equal("a")), Value.of("b")));
    }

    @ParameterizedTest
    @MethodSource("whatHolds")
    void whatIsAsExpectedMatchesAndItsNegationDoesNot(Matcher matcher, Value value) {
        assertThat(Matching.match(matcher, value).outcome()).isEqualTo(Outcome.MATCHES);
        assertThat(Matching.match(new Matcher.Not(matcher), value).outcome()).isEqualTo(Outcome.DIFFERS);
    }

    static Stream<Arguments> whatDiffers() {
        return Stream.of(
                arguments(new Matcher.Equal("1"), Value.of("one"), "expected '1', got 'one'"),
                arguments(new Matcher.Equal("a"), NOTHING, "expected 'a', got nothing"),
                arguments(new Matcher.Matches("^b"), Value.of("ab"), "expected something that matches '^b', got 'ab'"),
                arguments(atLeast("5"), Value.of("4"), "expected at least 5, got '4'"),
                arguments(atLeast("5"), Value.of("five"), "expected at least 5, got 'five', which is no number"),
                arguments(
                        new Matcher.Exactly(List.of("a", "b")),
                        LIST,
                        "expected exactly ['a', 'b'], got ['a', 'b', '2.0']"),
                arguments(
                        new Matcher.Each(atLeast("1")),
                        new Value.Many(List.of()),
                        "expected a list with at least one element, got []"),
                arguments(
                        new Matcher.Each(atLeast("2")),
                        new Value.Many(List.of(Value.of(2), Value.of(1))),
                        "expected at least 2, got 1"),
                arguments(new Matcher.Length(atLeast("4")), LIST, "length: expected at least 4, got 3"));
    }

    @ParameterizedTest
    @MethodSource("whatDiffers")
    void whatDiffersSaysWhatWasExpectedAndWhatWasGot(Matcher matcher, Value value, String why) {
        assertThat(Matching.match(matcher, value)).isEqualTo(new Verdict(Outcome.DIFFERS, why));
    }

    static Stream<Arguments> whatMakesNoSense() {
        return Stream.of(
                arguments(new Matcher.Matches("(a"), "'(a' is no pattern (RE2): missing closing )"),
                arguments(new Matcher.Matches("(?=a)"), "'(?=a)' is no pattern (RE2): invalid or unsupported"),
                arguments(new Matcher.All(List.of()), "no matcher is given"),
                arguments(new Matcher.Matches("a".repeat(1001)), "'aaaa"));
    }

    @ParameterizedTest
    @MethodSource("whatMakesNoSense")
    void aMatcherThatMakesNoSenseSaysNothingOfTheValue(Matcher matcher, String why) {
        var among = new Matcher.Any(List.of(new Matcher.Equal("a"), new Matcher.Not(matcher)));

        var verdict = Matching.match(among, Value.of("a"));

        assertThat(verdict.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(verdict.why()).startsWith(why);
    }

    @Test
    void aPatternThatMakesOtherEnginesBacktrackEndsAtOnce() {
        var text = Value.of("a".repeat(100_000) + "!");

        var verdict = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Matching.match(new Matcher.Matches("^(a+)+$"), text));

        assertThat(verdict.outcome()).isEqualTo(Outcome.DIFFERS);
        assertThat(verdict.why()).hasSizeLessThan(200);
    }

    @Test
    void aPatternOfRepetitionsOfRepetitionsIsRefusedAndFillsNoMemory() {
        var verdict = Matching.match(new Matcher.Matches("((a{100}){100}){100}"), Value.of("a"));

        assertThat(verdict.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(verdict.why()).endsWith("its repetitions are too large");
    }

    @Test
    void ordinaryPatternsWithRepetitionsAreNotTooLarge() {
        var pattern = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[]\\]{}0-9a-f]{12}\\{500}|.{1,1000}|\\({3}x{a}";

        assertThat(Matching.match(new Matcher.Matches(pattern), Value.of("a")).outcome())
                .isEqualTo(Outcome.MATCHES);
    }

    @Test
    void aNumberWithAHugeExponentIsComparedAndShownShortly() {
        var verdict = Matching.match(atLeast("1"), Value.of("1e999999999"));

        assertThat(verdict).isEqualTo(new Verdict(Outcome.MATCHES, "expected at least 1, got '1e999999999'"));
        assertThat(Matching.match(atLeast("1E+999999999"), Value.of(1)).why()).contains("1E+999999999");
    }

    @Test
    void whatItSaysIsOnOneLineWithoutControlCharacters() {
        var verdict = Matching.match(new Matcher.Equal("x"), Value.of("a\nb\u001b[31m\u202e"));

        assertThat(verdict.why()).isEqualTo("expected 'x', got 'a\\nb\\u{1b}[31m\\u{202e}'");
    }

    private static Matcher atLeast(String number) {
        return new Matcher.AtLeast(new BigDecimal(number));
    }

    private static Value number(String number) {
        return new Value.Numeric(new BigDecimal(number));
    }
}
