package muster.packs.warehouse.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.plan.Parsed;
import muster.plan.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingFileTest {
    private static final String BEGIN = "standard mine 1\nlist VAR idx bqx\nlist PAIR eurusd audusd\n";

    @Test
    void everyMistakeIsReportedWithItsPlace() {
        var text = """
                standard mine 1
                list VAR idx bqx
                shape cov_{VAR}_{PAIR}
                  paint it black
                letters ASSET three 6
                exception e cov_{VAR} approver=chief from=today until=open readings=R5
                """;

        var read = NamingFile.read("rules.txt", text);

        assertThat(problems(read))
                .satisfiesExactly(
                        it -> assertThat(it).startsWith("rules.txt:3:7: unknown list PAIR"),
                        it -> assertThat(it).isEqualTo("rules.txt:4:3: unknown directive 'paint'"),
                        it -> assertThat(it).startsWith("rules.txt:5:15: expected a number"),
                        it -> assertThat(it).startsWith("rules.txt:6:38: expected a day such as 2026-01-31"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shape cov_{pair}                             | 4:7: a brace of 'cov_{pair}' belongs to no list
            shape cov_{PAIR                              | 4:7: a brace of
            shape cov_{PAIR}_{PAIR} ascending 5 3        | 4:35: components 5 to 3 cannot ascend
            shape cov_{PAIR}_{PAIR} ascending 2 9        | 4:35: components 2 to 9 cannot ascend: cov_{PAIR}_{PAIR} has 3
            shape cov_{PAIR}_{PAIR} ascending 0 3        | 4:35: components 0 to 3 cannot ascend
            shape cov_{PAIR}_{PAIR} ascending 2          | 4:1: expected 'shape FORM [ascending FIRST LAST]'
            shape cov_{PAIR}_{PAIR} descending 2 3       | 4:25: expected 'ascending', got 'descending'
            shape cov_{PAIR} ascending 1 2 3             | 4:32: expected 'shape
            shape {PAIR}x_{VAR}                          | 4:7: a form begins with a word
            expect cov_{PAIR} twice                      | 4:19: expected 'expect FORM', and nothing behind it
            list pair eurusd                             | 4:6: expected the name of a list in capitals
            list VAR raw                                 | 4:10: the list VAR holds the variants idx and bqx, got 'raw'
            list ALL {PAIR}                              | 4:10: '{PAIR}' is no word; a list does not hold other lists
            letters PAIR 3 6                             | 4:9: there is a list PAIR already
            letters ASSET 6 3                            | 4:15: expected at least 1 letter
            letters ASSET 0 3                            | 4:15: expected at least 1 letter
            token T z-a                                  | 4:9: expected characters such as a-z0-9_, got 'z-a'
            token T a--z                                 | 4:9: expected characters
            standard other 2                             | 4:1: the standard is named already: mine 1
            readings R9                                  | 4:10: expected some of [R1, R2, R3, R4, R5], got 'R9'
            readings none                                | 4:10: expected some of
            column C9 feature x_{PAIR}                   | 4:8: expected one of [C1, C2, C3, C4], got 'C9'
            column C1 feature                            | 4:1: expected 'column READING KIND FORM'
            history x_{PAIR} zzz why                     | 4:18: unknown variant 'zzz'
            legend idx                                   | 4:1: expected 'legend VARIANT why ...'
            copy x_{PAIR} y_{VAR}                        | 4:15: names the lists [VAR], the copy names [PAIR]
            exception e x approver=a from=2025-01-01 until=2024-01-01 readings=R5 | 4:42: the exception ends before it begins
            exception e x approver=a from=2025-01-01 until=2025-01-01 readings=R5 | 4:42: the exception ends before
            exception e x approver= from=2025-01-01 until=open readings=R5        | 4:15: expected 'exception
            exception e x approver=a from=2025-01-01 until=open readings=R9       | 4:53: expected some of
            exception e x approver=a from=2025-13-01 until=open readings=R5       | 4:26: expected a day such as 2026-01-31
            exception e x approver=a from=2025-01-01 until=open readings=         | 4:53: expected 'exception
            """)
    void aLineThatMeansNothingIsRefusedInWords(String line, String problem) {
        assertThat(problems(NamingFile.read("r.txt", BEGIN + line)))
                .singleElement()
                .asString()
                .startsWith("r.txt:" + problem)
                .doesNotContain("java", "muster.packs");
    }

    @Test
    void aListIsWholeBeforeAFormUsesIt() {
        assertThat(problems(NamingFile.read("r.txt", BEGIN + "shape cov_{PAIR}\nlist PAIR gbpusd")))
                .containsExactly(
                        "r.txt:5:6: line 4 uses the list PAIR already; a list must be whole before it is used");
    }

    @Test
    void aFamilyHasOneFormAndAnExceptionOneName() {
        var exception = "exception e x_{PAIR} approver=a from=2025-01-01 until=open readings=R5\n";

        assertThat(problems(NamingFile.read("r.txt", BEGIN + "shape cov_{PAIR}\nungoverned cov_{VAR}\n")))
                .containsExactly("r.txt:5:12: the family cov has a form already");
        assertThat(problems(NamingFile.read("r.txt", BEGIN + exception + exception)))
                .containsExactly("r.txt:5:11: there is an exception e already");
    }

    @Test
    void aFileWithoutANameIsRefused() {
        assertThat(NamingFile.read("rules.txt", "list VAR idx")).isInstanceOf(Parsed.Failed.class);
    }

    @Test
    void whatStandsInAFormIsNoExpression() {
        var standard = standard(BEGIN + "shape (a+)+_{VAR}\nshape b.c_{VAR}");

        assertThat(standard.allows("b.c_idx")).isFalse();
        assertThat(standard.shapes().get("b.c").fits("bxc_idx")).isFalse();
        assertThat(standard.shapes().get("b.c").fits("b.c_idx")).isTrue();
        assertThat(standard.shapes().get("(a+)+").fits("aaa_idx")).isFalse();
    }

    /// With expressions that go back these would take longer than anybody waits.
    @Test
    void noFormMakesAnyNameTakeLong() {
        var six = "token T a-z0-9_\nshape cov_{T}_{T}_{T}_{T}_{T}_{T}_{T}_{T}_{PAIR}";
        var many = "list A a aa aaa\nshape x_" + "{A}".repeat(60) + "y";

        assertThat(standard(BEGIN + six).allows("cov_" + "a_".repeat(1000) + "b"))
                .isFalse();
        assertThat(standard(BEGIN + six).allows("cov_" + "a_".repeat(1000) + "eurusd"))
                .isTrue();
        assertThat(standard(BEGIN + many).allows("x_" + "a".repeat(150))).isFalse();
        assertThat(standard(BEGIN + many).allows("x_" + "a".repeat(150) + "y")).isTrue();
    }

    @Test
    void aFormOfMoreNamesThanAnybodyMakesPromisesNone() {
        var list = IntStream.range(0, 200).mapToObj(each -> "a" + each).collect(Collectors.joining(" "));
        var standard = standard(BEGIN + "list A " + list + "\nshape x_{A}_{A}_{A}_{A}_{A}\nshape y_{A}_{A}");

        assertThat(Gap.analysis(standard, List.of("y_a1_a2")))
                .extracting(Gap::form, Gap::expected, Gap::existing)
                .containsExactly(tuple("y_{A}_{A}", 40_000, 1));
    }

    private static NamingStandard standard(String text) {
        return switch (NamingFile.read("r.txt", text)) {
            case Parsed.Ok<NamingStandard>(var standard) -> standard;
            case Parsed.Failed<NamingStandard>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static List<String> problems(Parsed<NamingStandard> read) {
        return switch (read) {
            case Parsed.Ok<NamingStandard> _ -> List.of();
            case Parsed.Failed<NamingStandard>(var problems) ->
                problems.stream().map(Problem::toString).toList();
        };
    }
}
