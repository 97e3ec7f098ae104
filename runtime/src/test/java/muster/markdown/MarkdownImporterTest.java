package muster.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import muster.plan.NeedsDecision;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.Task;
import muster.yaml.PlanReader;
import muster.yaml.PlanWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownImporterTest {

    @ParameterizedTest
    @ValueSource(strings = {"003_e201b026a90178e6.txt", "004_6e826696a097c9b8.txt"})
    void theSameBytesGiveAnEqualPlan(String seed) {
        assertThat(new MarkdownImporter().read("plan.md", Read.seedBytes(seed)))
                .isEqualTo(new MarkdownImporter().read("plan.md", Read.seedBytes(seed)));
    }

    @Test
    void bytesThatAreNotUtf8AreAProblemWithAPlace() {
        Parsed<Plan> read = new MarkdownImporter().read("plan.md", new byte[] {'a', '\n', 'b', (byte) 0xff});

        assertThat(read).isInstanceOf(Parsed.Failed.class);
        assertThat(read.toString()).contains("plan.md:2:2: the document is not UTF-8");
    }

    @Test
    void aSequenceThatIsCutOffIsAProblem() {
        assertThat(new MarkdownImporter().read("plan.md", new byte[] {'a', (byte) 0xe2, (byte) 0x86}))
                .isInstanceOf(Parsed.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "# Only a heading",
                "# ",
                "---",
                "- [ ]",
                "- [ ] ",
                "|a|b|\n|-|-|\n",
                "```",
                "> ",
                "**:**",
                "1."
            })
    void adocumentWithoutAnyPartsIsAPlanAllTheSame(String text) {
        Plan plan = Read.plan(text);

        assertThat(PlanReader.read("muster.yaml", PlanWriter.write(plan).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Parsed.Ok<>(plan));
    }

    @Test
    void aPlainListOfBoxesIsAListOfTasks() {
        Plan plan =
                Read.plan("# Todo", "", "- [ ] buy milk", "- [x] call Bob (2h)", "- [ ] write (depends on call Bob)");

        assertThat(plan.tasks())
                .extracting(Task::title)
                .containsExactly("buy milk", "call Bob (2h)", "write (depends on call Bob)");
        assertThat(plan.tasks().get(1).estimate().likely()).isEqualTo(Duration.ofHours(2));
        assertThat(plan.tasks().get(2).needs())
                .containsExactly(plan.tasks().get(1).id());
        assertThat(plan.notes().warnings()).singleElement().asString().contains("ticked");
    }

    @Test
    void lineEndsOfWindowsAndAByteOrderMarkChangeNothing() {
        String text = "# Todo\n\n**Start**: 2026-01-05\n\n- [ ] one\n- [ ] two\n";

        Plan plan = Read.plan(text);

        assertThat(Read.plan("\uFEFF" + text.replace("\n", "\r\n"))).isEqualTo(plan);
    }

    @Test
    @Timeout(300)
    void aHugeLineIsReadInTime() {
        Plan plan = Read.plan(
                "# T", "- [ ] " + "after (x ".repeat(500_000), "word ".repeat(300_000), "a".repeat(1_000_000));

        assertThat(plan.tasks()).hasSize(1);
    }

    @Test
    @Timeout(300)
    void aDocumentOfFiveMegabytesIsReadInTime() {
        String prose =
                "Some words of 1,234 tables and **bold** ones, and `code` that nobody needs to read at all. ".repeat(8);
        StringBuilder text = new StringBuilder("# Big\n\n## Phase 1: All (2 hours)\n\n");
        for (int at = 0; text.length() < 5_000_000; at++) {
            text.append("- [ ] Day 2: check number ")
                    .append(at)
                    .append("\n\n")
                    .append(prose)
                    .append("\n\n");
        }

        assertThat(Read.plan(text.toString()).tasks()).hasSizeGreaterThan(5_000);
    }

    @Test
    @Timeout(300)
    void deepNestingDoesNotExhaustTheStack() {
        assertThat(Read.plan("> ".repeat(20_000) + "x", "- ".repeat(20_000) + "y", "[".repeat(20_000)))
                .isNotNull();
    }

    @Test
    void equalTitlesGetDifferentIds() {
        Plan plan = Read.plan("- [ ] test", "- [ ] test", "- [ ] Test!", "- [ ] 测试");

        assertThat(plan.tasks())
                .extracting(task -> task.id().value())
                .doesNotHaveDuplicates()
                .startsWith("test", "test-2", "test-3");
    }

    @Test
    void aCircleOfDependenciesIsAQuestionAndNotAPlanThatWaitsForItself() {
        Plan plan = Read.plan("# T", "- [ ] T1 dig (after T2)", "- [ ] T2 plant (after T1)");

        assertThat(plan.tasks()).extracting(Task::needs).contains(List.of());
        assertThat(plan.notes().needsDecision())
                .extracting(NeedsDecision::question)
                .anyMatch(question -> question.contains("depend on later work"));
        assertThat(PlanReader.read("muster.yaml", PlanWriter.write(plan).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Parsed.Ok<>(plan));
    }
}
