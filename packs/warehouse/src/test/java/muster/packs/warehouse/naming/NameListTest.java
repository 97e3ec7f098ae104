package muster.packs.warehouse.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.plan.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameListTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "table_name\nagg_bqx_eurusd\n",
                "\uFEFFtable_name\r\nagg_bqx_eurusd\r\n",
                "Table_Name\n\n\nagg_bqx_eurusd",
                "rows,NAME,owner\n7,agg_bqx_eurusd,\"x, y\"\n",
                "\"table_name\"\n\"agg_bqx_eurusd\"\n",
                "table_name,rows\nagg_bqx_eurusd\n",
            })
    void aListIsReadHoweverItWasWritten(String text) {
        assertThat(names(text)).containsExactly("agg_bqx_eurusd");
    }

    @Test
    void hostileCellsAreNamesLikeOthers() {
        var formula = "=HYPERLINK(\"\"x\"\")";

        assertThat(names("name\n\"" + formula + "\"\n+1\n" + "x".repeat(5000) + "\n\"two\nlines\"\n"))
                .containsExactly("=HYPERLINK(\"x\")", "+1", "x".repeat(5000), "two\nlines");
    }

    @Test
    void whatIsNoListIsRefusedWithAHint() {
        assertThat(problem("agg_bqx_eurusd\n"))
                .contains("n.csv:1:1: the first line names no column", "Maybe the line of");
        assertThat(problem("table_name;rows\na;1\n")).contains("Maybe its columns are divided by something else");
        assertThat(problem("")).contains("n.csv:1:1: the first line names no column");
        assertThat(problem("table_name\n\n")).contains("n.csv:1:1: the list has a header and no names");
        assertThat(problem("a,name\n1,x\n2,\n3\n")).contains("n.csv:3:1: the line has no name", "n.csv:4:1:");
        assertThat(problem("name\n\"a\n")).contains("n.csv:2:1: the quotation that begins here never ends");
    }

    @Test
    void ofTwoHeadersTheMoreTellingNamesTheNames() {
        assertThat(names("name,table_name\nbob,agg_bqx_eurusd\n")).containsExactly("agg_bqx_eurusd");
    }

    @Test
    void whatWouldLoseAPartOfANameIsRefused() {
        assertThat(problem("table_name,rows,Table_Name\na,1,b\n"))
                .contains("n.csv:1:1: the header names the column table_name more than once");
        assertThat(problem("table_name\na,b\nc,\nd,e\n"))
                .contains("n.csv:2:1: the line has 2 cells, its header names 1", "Maybe quote", "n.csv:4:1:")
                .doesNotContain("n.csv:3:1");
        assertThat(problem("rows,name\n\"1\n2\",\"a\"b\n")).contains("n.csv:3:7: text stands behind the end of a quot");
        assertThat(problem("rows,name\n\u00e4\ud83d\ude00,\"a\nb,c\n"))
                .contains("n.csv:2:4: the quotation that begins");
        assertThat(names("rows,name\n1,\"a\" \n")).containsExactly("a");
    }

    private static List<String> names(String text) {
        return switch (NameList.tables("n.csv", text)) {
            case Parsed.Ok<NameList>(var list) -> list.texts();
            case Parsed.Failed<NameList>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static String problem(String text) {
        return switch (NameList.tables("n.csv", text)) {
            case Parsed.Ok<NameList>(var list) -> throw new AssertionError(list);
            case Parsed.Failed<NameList>(var problems) -> problems.toString();
        };
    }
}
