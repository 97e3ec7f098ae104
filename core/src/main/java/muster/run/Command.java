package muster.run;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.audit.Verdict;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.TaskId;

/// What somebody wants of a run. The rules answer with events; what is not allowed is answered with [Event.Refused].
public sealed interface Command {

    /// One of a theme that has a file of its own.
    sealed interface OfTheme extends Command permits ClaimCommand, SteerCommand {}

    /// Begin.
    ///
    /// @param digest SHA-256 of the plan file that was approved, in hex
    /// @param facts facts that hold at the start
    record Start(RunPlan plan, String digest, SortedSet<FactId> facts) implements Command {
        public Start {
            facts = Collections.unmodifiableSortedSet(new TreeSet<>(facts));
        }
    }

    /// Start an attempt at a ready step.
    record Claim(TaskId task, AgentId by, Place place) implements Command {}

    /// The attempt with this fence did its work.
    record Succeed(TaskId task, long fence, SortedMap<String, String> outputs) implements Command {
        public Succeed {
            outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
        }
    }

    /// The attempt with this fence did not do its work.
    record Fail(TaskId task, long fence, String why) implements Command {}

    /// The attempt with this fence cannot go on until somebody answers.
    record Ask(TaskId task, long fence, List<String> questions) implements Command {
        public Ask {
            questions = List.copyOf(questions);
        }
    }

    /// Answer the questions of a blocked step, which is tried again with the answer.
    record Answer(TaskId task, AgentId by, String answer) implements Command {}

    /// The attempt with this fence will have no outcome; the step is tried again with the same idempotency key.
    record Lose(TaskId task, long fence, String why) implements Command {}

    /// The engine goes on with the run: its attempts without an outcome are lost, but for those it is still at.
    ///
    /// @param live fences of those
    record Recover(SortedSet<Long> live) implements Command {
        public Recover {
            live = Collections.unmodifiableSortedSet(new TreeSet<>(live));
        }
    }

    /// A manual step is done.
    record CompleteManual(TaskId task, AgentId by, Hands hands, SortedMap<String, String> outputs) implements Command {
        public CompleteManual {
            outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
        }
    }

    /// An approver agrees.
    record Approve(GateId gate, AgentId by, String reason) implements Command {}

    /// An approver says no.
    record Reject(GateId gate, AgentId by, String reason) implements Command {}

    /// An approver asks for another vote at a gate that was rejected.
    record Reopen(GateId gate, AgentId by, String reason) implements Command {}

    /// Facts observed while the run is under way.
    record ReportFacts(AgentId by, SortedSet<FactId> holding, SortedSet<FactId> failing) implements Command {
        public ReportFacts {
            holding = Collections.unmodifiableSortedSet(new TreeSet<>(holding));
            failing = Collections.unmodifiableSortedSet(new TreeSet<>(failing));
        }
    }

    /// What follows for the run from what its team did; the facts are [TeamFacts].
    record FollowTeam(AgentId by, SortedSet<FactId> holding, SortedSet<FactId> failing) implements Command {
        public FollowTeam {
            holding = Collections.unmodifiableSortedSet(new TreeSet<>(holding));
            failing = Collections.unmodifiableSortedSet(new TreeSet<>(failing));
        }
    }

    /// Try a failed step again, with all its retries.
    record Retry(TaskId task, AgentId by, String reason) implements Command {}

    /// Undo what was done, the last first.
    record RollBack(AgentId by, String reason) implements Command {}

    /// Go on by another plan; all that is against it is said at once.
    ///
    /// @param digest SHA-256 of the plan file, in hex
    record Revise(RunPlan plan, String digest, AgentId by, String reason) implements Command {}

    /// Say what follows by now from clocks: claims of dead agents are taken away, and whoever knows the run's team says
    /// what follows for it. A timer tells it.
    record Wake() implements Command {}

    /// Keep the outcome of an audit beside the run.
    ///
    /// @param digest SHA-256 of the report, in hex
    /// @param counts such as `ready` = 12
    record RecordAudit(String digest, SortedMap<String, Integer> counts, Verdict verdict) implements Command {
        public RecordAudit {
            counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        }
    }

    /// Keep any other record beside the run, such as `evidence` or `hand-off`.
    ///
    /// @param payload JSON text, kept as it is
    record Note(String kind, String payload) implements Command {}
}
