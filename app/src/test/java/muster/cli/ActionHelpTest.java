package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActionHelpTest {
    private static final String TAKES = "it takes ";

    @TempDir
    Path folder;

    static Stream<String> actions() {
        return ActionHelp.all().keySet().stream();
    }

    /// An action that is given an argument of no name tells all that it takes.
    @ParameterizedTest
    @MethodSource("actions")
    void theHelpNamesJustTheArgumentsThatTheActionTakes(String action) throws SQLException {
        assertThat(named(ActionHelp.all().get(action))).containsExactlyInAnyOrderElementsOf(taken(action));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void theHelpSaysWhatTheActionDoesAndTakes(String action) {
        var said = Said.to("warehouse", action, "--help").exits(Exit.YES).out();

        var help = ActionHelp.all().get(action);
        assertThat(said.replaceAll("\\s+", " ")).contains(help.does()).endsWith(help.example() + " ");
        assertThat(said.lines()).allMatch(line -> line.length() <= 80);
        help.arguments().keySet().forEach(name -> assertThat(said).contains("\n  " + name + " "));
    }

    @Test
    void eachIsToldInTheReference() throws Exception {
        var pages = new StringBuilder();
        for (var page : List.of("warehouse-actions", "warehouse-features", "training-files")) {
            pages.append(Files.readString(Path.of("../docs/reference/" + page + ".md")));
        }
        ActionHelp.all().forEach((action, help) -> {
            assertThat(pages).contains("`warehouse." + action + "`");
            help.arguments().keySet().forEach(each -> assertThat(pages).contains("`" + each.split("=", 2)[0]));
        });
    }

    private List<String> taken(String action) throws SQLException {
        var file = folder.resolve("warehouse.duckdb");
        DriverManager.getConnection("jdbc:duckdb:" + file).close();
        var said = Said.to("warehouse", action, "--workspace", folder.toString(), "no-such-name=1");
        var why = said.exits(Exit.USAGE).err();
        if (why.contains("it takes none")) {
            return List.of();
        }
        return List.of(
                why.substring(why.indexOf(TAKES) + TAKES.length()).strip().split(", ", -1));
    }

    private static List<String> named(ActionHelp help) {
        var names = new ArrayList<>(help.arguments().keySet().stream()
                .map(each -> each.split("=", 2)[0])
                .toList());
        if (help.isLimited()) {
            Stream.of("batch-", "day-")
                    .flatMap(each -> Stream.of("objects", "rows", "bytes", "seconds", "usd")
                            .map(each::concat))
                    .forEach(names::add);
            names.add("day-zone");
        }
        return names;
    }
}
