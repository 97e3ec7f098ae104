package muster.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import muster.plan.Parsed;
import muster.plan.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoicesTest {
    private static final String PLAN = """
            muster: 1
            plan: {id: p, title: t, start: 2026-01-05T09:00:00Z}
            variables: {folder: src, version: "3.8"}
            profiles:
              small: {variables: {folder: lib}, without: [second]}
              smaller:
                extends: small
                variables: {version: "9"}
                expectations: [{id: third, title: extra, probe: {tool: git}}]
              round: {extends: round}
            expectations:
            - {id: first, title: "in ${folder}, not $${folder}", probe: {file: "${folder}/a.py"}}
            - {id: second, like: first, title: another}
            - {id: tool, title: Python, probe: {tool: python3, range: ">=${version}"}}
            """;

    @TempDir
    private Path folder;

    private Parsed<Plan> read(String text, Choices choices) throws IOException {
        var file = folder.resolve("muster.yaml");
        Files.writeString(file, text);
        return PlanReader.read(file, choices);
    }

    private List<String> shown(Choices choices) throws IOException {
        var plan = ((Parsed.Ok<Plan>) read(PLAN, choices)).value();
        return plan.expectations().stream()
                .map(one -> one.id() + " " + one.title() + " " + one.probe().target())
                .toList();
    }

    private List<String> problems(String text, Choices choices) throws IOException {
        return ((Parsed.Failed<Plan>) read(text, choices))
                .problems().stream()
                        .map(problem -> problem.at().line() + ": " + problem.message() + " | " + problem.hint())
                        .toList();
    }

    @Test
    void variablesAreFilledInAndOneExpectationTakesOverTheKeysOfAnother() throws IOException {
        assertThat(shown(Choices.NONE))
                .containsExactly(
                        "first in src, not ${folder} src/a.py", "second another src/a.py", "tool Python python3");
    }

    @Test
    void aProfileSetsVariablesAndLeavesExpectationsOut() throws IOException {
        assertThat(shown(new Choices("small", Map.of())))
                .containsExactly("first in lib, not ${folder} lib/a.py", "tool Python python3");
    }

    @Test
    void aProfileThatExtendsAnotherAddsToIt() throws IOException {
        assertThat(shown(new Choices("smaller", Map.of("folder", "${version}"))))
                .containsExactly(
                        "first in ${version}, not ${folder} ${version}/a.py", "tool Python python3", "third extra git");
    }

    @Test
    void whatIsNotThereIsAProblemWithItsPlace() throws IOException {
        assertThat(problems(PLAN, new Choices("smal", Map.of())))
                .containsExactly("5: there is no profile 'smal' | Maybe 'small' is meant");
        assertThat(problems(PLAN, new Choices("round", Map.of())))
                .singleElement()
                .asString()
                .contains("extend each other in a circle");
        assertThat(problems(PLAN.replace("${folder}/a", "${foldr}/a"), Choices.NONE))
                .contains("12: there is no variable 'foldr' | Maybe 'folder' is meant");
        assertThat(problems(PLAN.replace("like: first", "like: frist"), Choices.NONE))
                .contains("13: there is no expectation 'frist' | Maybe 'first' is meant");
        assertThat(problems(PLAN.replace("like: first", "like: second"), Choices.NONE))
                .anyMatch(problem -> problem.contains("like each other in a circle"));
        assertThat(problems(PLAN.replace("without: [second]", "without: [fourth]"), new Choices("small", Map.of())))
                .contains("5: there is no expectation 'fourth' | null");
    }
}
