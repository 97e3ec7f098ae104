package muster.packs.warehouse.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.plan.Parsed;
import muster.plan.Problem;
import org.junit.jupiter.api.Test;

class NamingFileTest {

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
                        it -> assertThat(it).startsWith("rules.txt:6:1: expected 'exception"));
    }

    @Test
    void aFileWithoutANameIsRefused() {
        assertThat(NamingFile.read("rules.txt", "list VAR idx")).isInstanceOf(Parsed.Failed.class);
    }

    private static List<String> problems(Parsed<NamingStandard> read) {
        return switch (read) {
            case Parsed.Ok<NamingStandard> _ -> List.of();
            case Parsed.Failed<NamingStandard>(var problems) ->
                problems.stream().map(Problem::toString).toList();
        };
    }
}
