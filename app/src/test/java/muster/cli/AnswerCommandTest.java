package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerCommandTest {
    private static final String PLAN = """
            muster: 1
            plan: {id: small, title: A small plan, start: "2026-01-05T09:00:00Z", target: ship}
            agents:
              - {id: ann, name: Ann, kind: human}
            expectations:
              - id: tool
                title: The packing script
                probe: {script: pack.sh, language: shell}
                phases: [ship]
                remedies: [{id: write, title: Write it, owner: ann, estimate: 3h, action: {manual: Write it}}]
            phases:
              - id: ship
                title: Ship it
                tasks:
                  - {id: send, title: Send it, owners: [ann], requires: ["ready:tool"], estimate: 1h}
            """;

    private static final String QUESTIONS = """
            questions:
              - {id: q1, number: 1, text: "Can we execute the phase starting Jan 6 with ZERO delays?"}
              - {id: q2, number: 2, text: "Which scripts are missing and how long to create them?"}
              - {id: q3, number: 3, text: "Are there infrastructure blockers (quotas, permissions, etc.)?"}
              - {id: q4, number: 4, text: "Are there dependency issues (missing packages, API access)?"}
              - {id: q5, number: 5, text: "What is the risk level (LOW/MEDIUM/HIGH)?"}
              - {id: q6, number: 6, text: "If we start Jan 6, what are the likely execution blockers?"}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void audited() throws IOException {
        audit(PLAN + QUESTIONS);
    }

    private void audit(String plan) throws IOException {
        Small.file(folder, "muster.yaml", plan);
        Said.to("audit", folder, "--at", "2026-01-05T09:00:00Z").exits(Exit.NO);
    }

    @Test
    void theSixQuestionsOfADirectiveAreAnsweredWithReasonsAndEvidence() {
        var said = Said.to("answer", "--workspace", folder).exits(Exit.NO);

        assertThat(said.out())
                .containsSubsequence(
                        "1. Can we execute the phase starting Jan 6 with ZERO delays?",
                        "   NO: 1 open P0 blocker",
                        "2. Which scripts are missing",
                        "   1 script missing",
                        "   - The packing script: Write it 3 h",
                        "   evidence: E-",
                        "3. Are there infra",
                        "   NO (0 ready, 0 not tested)",
                        "4. Are there dep",
                        "5. What is the risk level",
                        "6. If we start Jan 6",
                        "   1 blocker, 1 of them P0");
    }

    @Test
    void aQuestionNamesTheDayThatItAsksFor() {
        var early = Said.to("answer", "Can we start on 2026-01-05 with zero delays?", "--workspace", folder);
        var late = Said.to("answer", "Can we start on 2026-01-08 with zero delays?", "--workspace", folder, "--json");

        assertThat(early.exits(Exit.NO).out())
                .contains("NO: the earliest start is 2026-01-05T12:00:00Z, a delay of 3 h");
        var answer = late.exits(Exit.NO).json("muster.answers/1").get("answers").get(0);
        assertThat(answer.get("kind").asString()).isEqualTo("start");
        assertThat(answer.get("reasons").toString()).contains("the schedule holds the start of 2026-01-08T00:00:00Z");
    }

    @Test
    void aPlanWithoutQuestionsIsAskedOneOfEachKind() throws IOException {
        audit(PLAN);

        var answers = Said.to("answer", "--workspace", folder, "--json")
                .exits(Exit.NO)
                .json("muster.answers/1")
                .get("answers");

        assertThat(answers.valueStream().map(each -> each.get("kind").asString()))
                .containsExactlyInAnyOrder(
                        "start", "missing_scripts", "infrastructure", "dependencies", "risk_level", "likely_blockers");
    }

    @Test
    void whatNoRuleAnswersNeedsADecision() {
        var said = Said.to("answer", "Which colour shall it have?", "--workspace", folder)
                .exits(Exit.NO);

        assertThat(said.out()).contains("Needs a decision");
        Said.to("answer", "What is the risk level?", "--workspace", folder).exits(Exit.YES);
    }

    @Test
    void withoutAnAuditThereIsNoAnswer() {
        Said.to("answer", "--workspace", folder.resolve("none")).refuses(Exit.NOT_FOUND, "no audit is kept");
    }
}
