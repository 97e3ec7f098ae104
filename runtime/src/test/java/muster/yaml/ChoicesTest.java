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

    private static final String WHOLE = """
        muster: 1
        plan: {id: p, title: "Move to ${place}", start: "${day}T09:00:00Z"}
        variables: {place: lake, day: "2026-01-05", hours: "2"}
        profiles:
          small:
            variables: {hours: "1"}
            without: [copy]
            phases: [{id: move, title: short, tasks: [{id: check, title: look}]}]
        agents: [{id: ann, name: "Ann of ${place}", role: builder, kind: human}]
        phases:
        - id: move
          title: move
          mode: sequential
          tasks:
          - {id: copy, title: copy, owners: [ann], estimate: "${hours}h", action: {command: [sh, -c, "echo $${HOME}"]}}
          - {id: pack, title: "pack ${place}", owners: [ann], estimate: "${hours}h"}
        """;

    @Test
    void variablesActWhereverAValueStands() throws IOException {
        var plan = ((Parsed.Ok<Plan>) read(WHOLE, Choices.NONE)).value();

        assertThat(plan.header().title()).isEqualTo("Move to lake");
        assertThat(plan.header().start()).hasToString("2026-01-05T09:00:00Z");
        assertThat(plan.team().agents().getFirst().toString()).contains("Ann of lake");
        assertThat(plan.tasks()).extracting(task -> task.title()).containsExactly("copy", "pack lake");
        assertThat(plan.tasks().getFirst().toString()).contains("echo ${HOME}").contains("PT2H");
        assertThat(problems(WHOLE.replace("pack ${place}", "pack ${plase}"), Choices.NONE))
                .containsExactly("16: there is no variable 'plase' | Maybe 'place' is meant");
        assertThat(problems(WHOLE.replace("${hours}h", "${place}"), Choices.NONE))
                .anyMatch(problem -> problem.startsWith("15: ") && problem.contains("lake"));
    }

    @Test
    void aProfileChangesAnyListOfThePlan() throws IOException {
        var plan = ((Parsed.Ok<Plan>) read(WHOLE, new Choices("small", Map.of()))).value();

        assertThat(plan.phases().getFirst().title()).isEqualTo("short");
        assertThat(plan.tasks()).extracting(task -> task.id().value()).containsExactly("pack", "check");
        assertThat(plan.tasks().getFirst().toString()).contains("PT1H");
        assertThat(problems(WHOLE.replace("without: [copy]", "without: [cop]"), new Choices("small", Map.of())))
                .containsExactly(
                        "7: there is no expectation, task, phase, gate, risk or agent 'cop' | Maybe 'copy' is meant");
        assertThat(problems(WHOLE.replace("small:\n", "small:\n    plan: {}\n"), new Choices("small", Map.of())))
                .anyMatch(problem -> problem.contains("a profile has no key 'plan'"));
    }

    @Test
    void whatIsWrittenIsReadBackWithItsDollars() throws IOException {
        var plan = ((Parsed.Ok<Plan>) read(WHOLE, Choices.NONE)).value();

        assertThat(((Parsed.Ok<Plan>) read(PlanWriter.write(plan), Choices.NONE)).value())
                .isEqualTo(plan);
    }

    @Test
    void aliasesThatHoldThemselvesOrMultiplyAreRefusedAndTakeNoTime() throws IOException {
        var circle = WHOLE.substring(0, WHOLE.indexOf("phases:\n-"))
                + "phases: &p [{id: a, tasks: *p}, {id: b, tasks: *p}]\n";
        var bomb =
                new StringBuilder(WHOLE.substring(0, WHOLE.indexOf("agents:")) + "warnings:\n- &l0 [\"${place}\"]\n");
        for (var at = 1; at < 40; at++) {
            bomb.append("- &l%d [*l%d, *l%d]\n".formatted(at, at - 1, at - 1));
        }

        assertThat(problems(circle.replace("[copy]", "[a]"), new Choices("small", Map.of())))
                .isNotEmpty();
        assertThat(problems(circle, Choices.NONE)).isNotEmpty();
        assertThat(problems(bomb.toString(), Choices.NONE)).isNotEmpty();
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
                .contains("5: there is no expectation, task, phase, gate, risk or agent 'fourth' | null");
    }
}
