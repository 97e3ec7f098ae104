package muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import muster.audit.DecisionRules;
import muster.observation.Redaction;
import muster.plan.Location;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.Problem;
import muster.policy.Policy;
import muster.wiring.Audit;
import muster.wiring.Documents;
import muster.wiring.EvidenceStore;
import muster.wiring.Learning;
import muster.wiring.Mutation;
import muster.wiring.Reprobe;
import muster.wiring.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How an audit takes up earlier ones, and what is done instead of an audit.
final class ReauditOptions {

    @Option(names = "--all", description = "probe everything, also what has not changed since the newest audit")
    private boolean all;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "compare with the newest audit in this evidence file; with --learn, with this plan file")
    private @Nullable Path baseline;

    @Option(names = "--policy", paramLabel = "FILE", description = "decide by this policy instead of the standard one")
    private @Nullable Path policy;

    @Option(names = "--mutate", description = "prove that the checks can fail; exit 1 if one cannot")
    private boolean mutate;

    @Option(
            names = "--learn",
            description =
                    "print a plan that expects what is there; with --baseline, how it differs (exit 1 if it does)")
    private boolean learn;

    boolean mutates() {
        return mutate;
    }

    boolean learns() {
        return learn;
    }

    /// The manner of the audit, or what is wrong with the files it needs.
    Parsed<Audit.Manner> manner() throws IOException {
        return switch (rules()) {
            case Parsed.Failed<DecisionRules>(var problems) -> new Parsed.Failed<>(problems);
            case Parsed.Ok<DecisionRules>(var rules) -> manner(rules, policy == null ? null : Files.readString(policy));
        };
    }

    private Parsed<DecisionRules> rules() throws IOException {
        return policy == null
                ? new Parsed.Ok<>(Policy.standard())
                : Policy.read(policy.toString(), Files.readString(policy));
    }

    private Parsed<Audit.Manner> manner(DecisionRules rules, @Nullable String text) throws IOException {
        var reprobe = all ? Reprobe.ALL : Reprobe.CHANGED;
        if (baseline == null) {
            return new Parsed.Ok<>(new Audit.Manner(rules, reprobe, null, text));
        }
        var before = EvidenceStore.at(baseline).baseline();
        return before == null
                ? new Parsed.Failed<>(List.of(new Problem(
                        new Location(baseline.toString(), 1, 1),
                        "it holds no finished audit",
                        "Maybe name the .muster/evidence.jsonl of an audited workspace")))
                : new Parsed.Ok<>(new Audit.Manner(rules, reprobe, before, text));
    }

    /// Prints what was learnt, or how it differs from the baseline.
    Exit learn(Console console, Workspace workspace, InstantSource clock) throws IOException, InterruptedException {
        var learnt = new Learning(workspace, clock).learn();
        if (baseline == null) {
            console.data(learnt.yaml().stripTrailing());
            return Exit.YES;
        }
        return switch (Documents.plan(baseline)) {
            case Parsed.Failed<Plan>(var problems) -> console.refuse(problems);
            case Parsed.Ok<Plan>(var before) -> {
                var difference = Learning.difference(before, learnt.plan());
                var redaction = Redaction.of(workspace.means().secrets());
                difference.lines().stream().map(redaction::redact).forEach(console::data);
                yield difference.isNone() ? Exit.YES : Exit.NO;
            }
        };
    }

    /// Prints which checks noticed every change, and which did not.
    Exit mutate(Console console, Workspace workspace, Plan plan) throws IOException {
        var clock = InstantSource.system();
        var trials = new Mutation(workspace, clock, new ProgressLine(console, clock)).of(plan);
        trials.findings()
                .forEach(finding -> console.data(finding.severity() + " " + finding.code() + ": " + finding.message()));
        if (!trials.untried().isEmpty()) {
            console.data("not tried, because they do not pass as they are or nothing could be changed: "
                    + trials.untried().stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        console.data(trials.count(Mutation.Result.NOTICED) + " changes noticed, "
                + trials.count(Mutation.Result.SURVIVED) + " not, " + trials.count(Mutation.Result.NOT_TRIED)
                + " could not be tried");
        return trials.findings().isEmpty() ? Exit.YES : Exit.NO;
    }
}
