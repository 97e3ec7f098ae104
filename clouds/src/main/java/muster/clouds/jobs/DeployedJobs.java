package muster.clouds.jobs;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.clouds.calls.Ability;
import muster.clouds.calls.Unanswered;
import muster.clouds.calls.Unanswered.Why;
import muster.clouds.jobs.JobRun.Ending;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.CloudProbe;

/// Whether a job is deployed, its last run ended well, recently enough, and left output. The service's word
/// "successful" is not enough: a run that has written nothing has done nothing.
record DeployedJobs(Deployments deployments) implements Ability<CloudProbe.DeployedJob> {
    private static final String KIND = "deployed-job";
    private static final String OUTPUT = "job-output";

    @Override
    public List<Observation> of(CloudProbe.DeployedJob probe, Instant now) throws Unanswered, InterruptedException {
        try {
            var hindrance = deployments.hindrance(probe.job());
            return hindrance.isEmpty() ? ran(probe, now) : List.of(defect(probe, "job-not-ready", hindrance));
        } catch (Unanswered e) {
            if (e.why() != Why.ABSENT) {
                throw e;
            }
            var message = probe.job() + " is not deployed";
            return List.of(Observation.fail(KIND, probe.target(), AssuranceLevel.CLAIMED, message)
                    .found(Findings.defect("not-deployed", probe.target(), message)));
        }
    }

    private List<Observation> ran(CloudProbe.DeployedJob probe, Instant now) throws Unanswered, InterruptedException {
        var runs = deployments.runs(probe.job());
        var last = last(runs, Ending.WELL, Ending.BADLY);
        if (last.isPresent()) {
            return ended(probe, last.get(), now).stream()
                    .map(seen -> seen.with("runs", runs.size()))
                    .toList();
        }
        var running = last(runs, Ending.NOT_YET);
        return List.of(running.map(run -> stillRunning(probe, run, now)).orElseGet(() -> remark(probe)));
    }

    private static Optional<JobRun> last(List<JobRun> runs, Ending... endings) {
        return runs.stream()
                .filter(run -> List.of(endings).contains(run.ending()))
                .max(comparing(JobRun::started));
    }

    private static Observation stillRunning(CloudProbe.DeployedJob probe, JobRun run, Instant now) {
        var message = "the only run has not ended after " + age(run.started(), now);
        return Observation.inconclusive(KIND, probe.target(), message)
                .reaching(AssuranceLevel.EXISTS)
                .found(Findings.remark("still-running", probe.target(), message));
    }

    private static Observation remark(CloudProbe.DeployedJob probe) {
        var message = "it is deployed and has never run";
        return Observation.fail(KIND, probe.target(), AssuranceLevel.EXISTS, message)
                .found(Findings.remark("never-ran", probe.target(), message));
    }

    private static Observation defect(CloudProbe.DeployedJob probe, String code, String message) {
        return Observation.fail(KIND, probe.target(), AssuranceLevel.EXISTS, message)
                .found(Findings.defect(code, probe.target(), message));
    }

    private List<Observation> ended(CloudProbe.DeployedJob probe, JobRun run, Instant now)
            throws Unanswered, InterruptedException {
        var judged = run.ending() == Ending.WELL ? endedWell(probe, run, now) : List.of(endedBadly(probe, run));
        return judged.stream()
                .map(seen -> seen.with("run", run.id())
                        .with("conclusion", run.words())
                        .with("age", age(moment(run), now)))
                .toList();
    }

    private static Observation endedBadly(CloudProbe.DeployedJob probe, JobRun run) {
        return defect(probe, "last-run-failed", "the last run, " + run.id() + ", ended as " + run.words());
    }

    private List<Observation> endedWell(CloudProbe.DeployedJob probe, JobRun run, Instant now)
            throws Unanswered, InterruptedException {
        return switch (deployments.output(run, probe.output())) {
            case Output.Left(var what) -> List.of(recent(probe, run, now), left(probe, what));
            case Output.Nothing(var why) ->
                List.of(defect(
                        probe, "no-output", "the last run ended as " + run.words() + " and left no output: " + why));
            case Output.Untold(var why) ->
                List.of(Observation.inconclusive(KIND, probe.target(), why)
                        .reaching(AssuranceLevel.EXISTS)
                        .found(Findings.remark("output-unknown", probe.target(), why)));
        };
    }

    private static Observation recent(CloudProbe.DeployedJob probe, JobRun run, Instant now) {
        var age = age(moment(run), now);
        var oldest = probe.oldest();
        if (oldest != null && moment(run).plus(oldest).isBefore(now)) {
            var message = "the last run ended " + age + " ago, longer than " + words(oldest);
            return Observation.fail(KIND, probe.target(), AssuranceLevel.EXISTS, message)
                    .found(Findings.remark("stale-run", probe.target(), message));
        }
        return Observation.pass(
                KIND,
                probe.target(),
                AssuranceLevel.USED_IN_PRODUCTION,
                "the last run ended as " + run.words() + " " + age + " ago");
    }

    private static Observation left(CloudProbe.DeployedJob probe, String what) {
        return Observation.pass(OUTPUT, probe.target(), AssuranceLevel.EXISTS, "the last run left " + what)
                .with("output", what);
    }

    private static Instant moment(JobRun run) {
        var ended = run.ended();
        return ended == null ? run.started() : ended;
    }

    private static String age(Instant then, Instant now) {
        return words(Duration.between(then, now));
    }

    private static String words(Duration time) {
        return time.toDays() > 1
                ? time.toDays() + " days"
                : time.toHours() > 1 ? time.toHours() + " hours" : time.toMinutes() + " minutes";
    }
}
