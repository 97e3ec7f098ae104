package muster.wiring;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import muster.audit.AuditFinding;
import muster.audit.Auditor;
import muster.audit.Evidence;
import muster.audit.Readiness;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.Plan;
import muster.plan.Severity;
import muster.policy.Policy;

/// Proves that checks can fail: changes in a copy of the workspace what a check looks at, or in the check what it asks
/// for, and probes again. A check that passes nevertheless is a finding.
public final class Mutation {
    private final Workspace workspace;
    private final InstantSource clock;
    private final Progress progress;

    /// A trial of a workspace's checks.
    public Mutation(Workspace workspace, InstantSource clock, Progress progress) {
        this.workspace = workspace;
        this.clock = clock;
        this.progress = progress;
    }

    /// One change and whether the check noticed it.
    ///
    /// @param evidence ids of what was seen after the change
    public record Trial(ExpectationId expectation, String change, Result result, List<String> evidence) {
        public Trial {
            evidence = List.copyOf(evidence);
        }
    }

    /// What became of a change.
    public enum Result {
        NOTICED,
        /// The check passed nevertheless.
        SURVIVED,
        /// It does not pass without the change, or nothing could be changed.
        NOT_TRIED
    }

    /// All trials of a plan, in its order.
    public record Trials(List<Trial> all) {
        public Trials {
            all = List.copyOf(all);
        }

        /// One finding `cannot-fail` for each change that was not noticed.
        public List<AuditFinding> findings() {
            return all.stream()
                    .filter(trial -> trial.result() == Result.SURVIVED)
                    .map(trial -> new AuditFinding(
                            "cannot-fail",
                            Severity.P2,
                            trial.expectation() + ": the check passes although it " + trial.change(),
                            trial.expectation().value(),
                            trial.evidence()))
                    .toList();
        }

        /// The expectations of which no change could be tried at all.
        public List<ExpectationId> untried() {
            var tried = all.stream()
                    .filter(trial -> trial.result() != Result.NOT_TRIED)
                    .map(Trial::expectation)
                    .toList();
            return all.stream()
                    .map(Trial::expectation)
                    .filter(id -> !tried.contains(id))
                    .distinct()
                    .toList();
        }

        /// How many ended so.
        public long count(Result result) {
            return all.stream().filter(trial -> trial.result() == result).count();
        }
    }

    /// Tries every check that has something to change.
    public Trials of(Plan plan) throws IOException {
        var trials = new ArrayList<Trial>();
        try (var copy = ScratchCopy.of(workspace.root())) {
            var bench = new Bench(plan, auditing(), copy);
            for (var expectation : plan.expectations()) {
                progress.at(
                        "mutate",
                        (double) trials.size() / (1 + plan.expectations().size()),
                        expectation.title());
                trials.addAll(bench.trials(expectation));
            }
        }
        return new Trials(trials);
    }

    private Auditing auditing() {
        var pack = Examination.pack(workspace, clock);
        return new Auditing(workspace, pack, clock, Progress.SILENT);
    }

    private final class Bench {
        private final Plan plan;
        private final Auditing auditing;
        private final ScratchCopy copy;

        Bench(Plan plan, Auditing auditing, ScratchCopy copy) {
            this.plan = plan;
            this.auditing = auditing;
            this.copy = copy;
        }

        List<Trial> trials(Expectation expectation) throws IOException {
            var mutants = Mutants.of(expectation);
            if (mutants.isEmpty()) {
                return List.of();
            }
            var passes = new EnumMap<Place, Boolean>(Place.class);
            var trials = new ArrayList<Trial>();
            for (var mutant : mutants) {
                var place = place(mutant);
                if (!passes.containsKey(place)) {
                    passes.put(place, passes(expectation, probe(expectation, place)));
                }
                trials.add(Boolean.TRUE.equals(passes.get(place)) ? trial(mutant, place) : untried(mutant));
            }
            return trials;
        }

        /// What does not change files looks at the workspace itself, where all files are.
        private Place place(Mutant mutant) {
            return mutant.input() instanceof Mutant.Input.Unchanged ? Place.WORKSPACE : Place.COPY;
        }

        private Trial trial(Mutant mutant, Place place) throws IOException {
            if (!copy.change(mutant.input())) {
                return untried(mutant);
            }
            try {
                var seen = probe(mutant.expectation(), place);
                var survived = passes(mutant.expectation(), seen);
                return new Trial(
                        mutant.expectation().id(),
                        mutant.what(),
                        survived ? Result.SURVIVED : Result.NOTICED,
                        seen.stream().map(Evidence::id).toList());
            } finally {
                copy.restore(mutant.input());
            }
        }

        private static Trial untried(Mutant mutant) {
            return new Trial(mutant.expectation().id(), mutant.what(), Result.NOT_TRIED, List.of());
        }

        private List<Evidence> probe(Expectation expectation, Place place) throws IOException {
            return switch (place) {
                case WORKSPACE -> auditing.probe(expectation);
                case COPY -> auditing.probe(expectation, copy.root());
            };
        }

        private boolean passes(Expectation expectation, List<Evidence> seen) {
            var judged = new Auditor(plan.expecting(List.of(expectation)), Policy.standard())
                    .judge(seen, Map.of(), clock.instant());
            return judged.assessments().getFirst().readiness() == Readiness.READY;
        }
    }

    private enum Place {
        WORKSPACE,
        COPY
    }
}
