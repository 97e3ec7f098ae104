package muster.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.plan.Action;
import muster.plan.AssuranceLevel;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.Probe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncludeTest {
    private static final String HEAD = "muster: 1\nplan: {id: demo, title: Demo, start: \"2026-01-05T09:00:00Z\"}\n";

    @TempDir
    private Path outside;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(outside.resolve("project"));
    }

    @Test
    void sectionsAreJoined() {
        write("muster.yaml", HEAD + "include: [more.yaml, sub/last.yaml]\nwarnings: [one]\n");
        write("more.yaml", "muster: 1\nwarnings: [two]\nnext-steps: [go]\n");
        write("sub/last.yaml", "include: [deep.yaml]\nwarnings: [three]\n");
        write("sub/deep.yaml", "warnings: [four]\n");

        var plan = plan();

        assertThat(plan.notes().warnings()).containsExactly("one", "two", "three", "four");
        assertThat(plan.outcome().nextSteps()).containsExactly("go");
    }

    @Test
    void anIncludedExpectationCompletesTheOneThatIsThere() {
        write("muster.yaml", HEAD + """
                include: [bound.yaml]
                expectations:
                  - {id: rename, title: Rename, claimed: EXISTS, probe: {capability: [rename]}}
                  - {id: other, title: Other, probe: {file: a}}
                """);
        write("bound.yaml", """
                expectations:
                  - {id: rename, level: dry-runs, probe: {capability: [rename], bound: warehouse.rename}}
                  - {id: third, title: Third, probe: {file: b}}
                """);

        var expectations = plan().expectations();

        assertThat(expectations)
                .extracting(expectation -> expectation.id().value())
                .containsExactly("rename", "other", "third");
        assertThat(expectations.getFirst().claimed()).isEqualTo("EXISTS");
        assertThat(expectations.getFirst().level()).isEqualTo(AssuranceLevel.DRY_RUNS);
        assertThat(expectations.getFirst().probe())
                .isEqualTo(new Probe.Capability(List.of("rename"), "warehouse.rename"));
    }

    @Test
    void anIncludedTaskCompletesTheOneInThePhaseThatIsThere() {
        write("muster.yaml", HEAD + """
                include: [actions.yaml]
                phases:
                  - id: p
                    title: P
                    tasks: [{id: a, title: A, retries: 2}, {id: b, title: B}]
                """);
        write("actions.yaml", """
                phases:
                  - id: p
                    tasks: [{id: a, action: {command: [make]}}, {id: c, title: C}]
                """);

        var tasks = plan().tasks();

        assertThat(tasks).extracting(task -> task.id().value()).containsExactly("a", "b", "c");
        assertThat(tasks.getFirst().title()).isEqualTo("A");
        assertThat(tasks.getFirst().retries()).isEqualTo(2);
        assertThat(tasks.getFirst().action()).isEqualTo(new Action.Command(List.of("make")));
    }

    @Test
    void theSameIdTwiceInOneIncludedFileIsADuplicate() {
        write("muster.yaml", HEAD + "include: [x.yaml]\nagents: [{id: ann, name: Ann, kind: ai}]\n");
        write("x.yaml", "agents:\n  - {id: ann, capacity: 2}\n  - {id: ann, name: A, kind: ai}\n");

        assertThat(problems())
                .containsExactly("x.yaml:3:10: duplicate id 'ann': it also names the agent at x.yaml:2:10");
    }

    @Test
    void theSameIdInAnotherSectionOfTwoFilesIsADuplicate() {
        write("muster.yaml", HEAD + "include: [x.yaml]\nclaims: [{id: c, subject: s, value: 1}]\n");
        write("x.yaml", "claims: [{id: c, subject: s, value: 2}]\n");

        assertThat(problems())
                .containsExactly("x.yaml:1:15: duplicate id 'c': it also names the claim at muster.yaml:4:15");
    }

    @Test
    void problemsAreSortedByFileAndPlace() {
        write("muster.yaml", HEAD + "include: [b.yaml, a.yaml]\nphases: [{id: p, title: 1}]\n");
        write("a.yaml", "phasse: []\nwarnings: 5\n");
        write("b.yaml", "muster: 2\nplan: {}\ninclude: nothing\nagents: [{id: x, name: X, name: Y, kind: ai}]\n");

        assertThat(problems())
                .containsExactly(
                        "muster.yaml:4:25: title must be text, got 1\nMaybe put it in quotes: \"1\"",
                        "b.yaml:1:9: muster must be 1, got 2",
                        "b.yaml:2:1: the key 'plan' stands only in the file that is not included",
                        "b.yaml:3:10: include must be a list, each item non-empty text, got 'nothing'",
                        "b.yaml:4:27: key 'name' stands here twice, first at b.yaml:4:18",
                        "a.yaml:1:1: unknown key 'phasse' in plan file\nMaybe 'phases' is meant",
                        "a.yaml:2:11: warnings must be a list, each item non-empty text, got 5");
    }

    @Test
    void includedFilesStayInTheFolder() throws IOException {
        Files.writeString(outside.resolve("secret.yaml"), "warnings: [secret]\n");
        Files.createSymbolicLink(folder.resolve("link.yaml"), outside.resolve("secret.yaml"));
        write("muster.yaml", HEAD + "include: [../secret.yaml, link.yaml, /etc/hostname, sub/../../secret.yaml]\n");

        assertThat(problems())
                .hasSize(4)
                .allMatch(problem -> problem.contains("include must stay in the folder of this file, got '"));
    }

    @Test
    void includedFilesThatAreMissingOrFoldersAreProblems() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        write("muster.yaml", HEAD + "include: [gone.yaml, sub]\n");

        assertThat(problems())
                .containsExactly(
                        "muster.yaml:3:11: there is no file 'gone.yaml'", "muster.yaml:3:22: there is no file 'sub'");
    }

    @Test
    void filesThatIncludeEachOtherAreProblems() {
        write("muster.yaml", HEAD + "include: [a.yaml]\n");
        write("a.yaml", "include: [muster.yaml]\n");

        assertThat(problems()).containsExactly("a.yaml:1:11: 'muster.yaml' is included already");
    }

    @Test
    void problemsOfTheTextOfAnIncludedFileAreReportedBesideTheOthers() {
        write("muster.yaml", HEAD + "include: [a.yaml]\nagents: 1\n");
        write("a.yaml", "warnings: [unclosed\n");

        assertThat(problems())
                .containsExactly(
                        "muster.yaml:4:9: agents must be a list, each item a mapping (agent), got 1",
                        "a.yaml:2:1: not YAML: while parsing a flow sequence: expected ',' or ']', but got <stream end>");
    }

    @Test
    void aPlanFromBytesCannotIncludeFiles() {
        var parsed =
                PlanReader.read("p", (HEAD + "include: [a.yaml]\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(((Parsed.Failed<Plan>) parsed).problems())
                .extracting(Object::toString)
                .containsExactly("p:3:10: a plan that is not read from a file cannot include files");
    }

    private void write(String name, String text) {
        try {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Plan plan() {
        var parsed = PlanReader.read(folder.resolve("muster.yaml"));
        assertThat(parsed).isInstanceOf(Parsed.Ok.class);
        return ((Parsed.Ok<Plan>) parsed).value();
    }

    private List<String> problems() {
        var parsed = PlanReader.read(folder.resolve("muster.yaml"));
        assertThat(parsed).isInstanceOf(Parsed.Failed.class);
        return ((Parsed.Failed<Plan>) parsed)
                .problems().stream()
                        .map(problem -> problem.toString().replace(folder + "/", ""))
                        .toList();
    }
}
