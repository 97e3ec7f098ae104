package muster.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.markdown.TimelineExtractor.Timeline;
import muster.plan.Coordination;
import muster.plan.Deliverable;
import muster.plan.Expectation;
import muster.plan.FactId;
import muster.plan.Header;
import muster.plan.Need;
import muster.plan.Outcome;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Plan;
import muster.plan.PlanId;
import muster.plan.Repair;
import muster.plan.Source;
import muster.plan.Standing;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.plan.Team;
import org.jspecify.annotations.Nullable;

/// Runs the extractors in their order and puts what they find together into one plan. The order matters only for ids
/// and notes, which are given out as they come.
final class PlanAssembly {
    private final Reading reading;
    private final Document document;

    private PlanAssembly(Reading reading) {
        this.reading = reading;
        this.document = reading.document();
    }

    static Imported assemble(Document document, List<Repair> repairs) {
        return new PlanAssembly(Reading.of(document)).imported(repairs);
    }

    private Imported imported(List<Repair> repairs) {
        Standing standing = StandingExtractor.extract(reading);
        Timeline timeline = TimelineExtractor.extract(reading);
        Roster roster = AgentExtractor.extract(reading);
        Schedule schedule = ScheduleExtractor.extract(reading, roster);
        Target target = Target.find(reading, schedule.phases());
        Deliverables.Split deliverables = Deliverables.extract(reading, timeline.deadlines(), schedule.results());
        List<Awaited> awaited = Awaited.in(document, roster);
        List<Expectation> expectations =
                expectations(target, deliverables.demanded(), awaited, new SampleRemedies(reading, roster));
        List<Phase> phases = Stream.concat(
                        schedule.phases().stream(), Stream.ofNullable(target).map(Target::phase))
                .toList();
        Header header = new Header(
                new PlanId(Names.slug(document.title().plain())),
                document.title().plain(),
                timeline.start(),
                target == null ? null : target.phase().id(),
                goal(target, expectations, schedule.phases()),
                timeline.deadlines(),
                standing);
        Outcome outcome = outcome(deliverables.all());
        Coordination coordination = coordination(schedule, awaited);
        new Arithmetic(reading)
                .check(timeline, schedule.phases(), deliverables.demanded().size());
        Links.check(reading);
        Plan plan = new Plan(
                header,
                new Team(List.of(), roster.agents(), List.of()),
                expectations,
                ClaimExtractor.extract(reading),
                Questions.extract(reading),
                phases,
                coordination,
                Risks.extract(reading, schedule.phases()),
                Watching.extract(reading),
                outcome,
                reading.notes().with(repairs));
        return new Imported(plan, schedule.boxes());
    }

    private List<Expectation> expectations(
            @Nullable Target target, List<Deliverable> deliverables, List<Awaited> awaited, SampleRemedies samples) {
        List<Expected> expected = new ArrayList<>(new FileExpectations(reading, target).extract());
        expected.addAll(new CapabilityExpectations(reading, target, samples).extract());
        expected.addAll(new InfrastructureExpectations(reading, target).extract());
        expected.addAll(new DependencyExpectations(reading, target).extract());
        awaited.stream().map(Awaited::expected).forEach(expected::add);
        deliverables.stream()
                .map(each -> Deliverables.expected(each, line(each.source())))
                .forEach(expected::add);
        phaseless(target, expected);
        return expected.stream()
                .map(each -> samples.added(each.as(reading), each.idWords()))
                .toList();
    }

    private static int line(@Nullable Source source) {
        return source == null ? 1 : source.line();
    }

    private void phaseless(@Nullable Target target, List<Expected> expected) {
        List<Expected> open = expected.stream()
                .filter(each -> each.phases().isEmpty()
                        && each.need() == Need.REQUIRED
                        && !each.group().equals("Deliverables"))
                .toList();
        if (target != null && !open.isEmpty()) {
            reading.notes()
                    .ask(
                            open.getFirst().line(),
                            "Which of these " + open.size() + " expectations does '"
                                    + target.phase().title() + "' need?",
                            "The document does not say by which phase they are needed: "
                                    + Phrases.brief(
                                            String.join(
                                                    ", ",
                                                    open.stream()
                                                            .map(Expected::idWords)
                                                            .toList()),
                                            600)
                                    + ".");
        }
    }

    /// What the target phase requires; without a target, the end of all work that nothing else waits for.
    private static List<FactId> goal(@Nullable Target target, List<Expectation> expectations, List<Phase> phases) {
        List<FactId> ready = expectations.stream()
                .filter(each -> target != null
                        && each.need() == Need.REQUIRED
                        && each.phases().contains(target.phase().id()))
                .map(Expectation::fact)
                .toList();
        if (!ready.isEmpty()) {
            return ready;
        }
        Set<PhaseId> before =
                phases.stream().flatMap(phase -> phase.needs().stream()).collect(Collectors.toSet());
        Set<TaskId> needed = phases.stream()
                .flatMap(phase -> phase.tasks().stream())
                .flatMap(task -> task.needs().stream())
                .collect(Collectors.toSet());
        return phases.stream()
                .filter(phase -> !before.contains(phase.id()))
                .flatMap(phase -> phase.tasks().stream())
                .filter(task -> !needed.contains(task.id()))
                .map(Task::done)
                .toList();
    }

    private Outcome outcome(List<Deliverable> deliverables) {
        return new Outcome(
                deliverables,
                Rollbacks.extract(reading),
                Reviews.extract(reading),
                ListedLines.under(document, Topic.CRITERIA),
                ListedLines.under(document, Topic.NEXT_STEPS));
    }

    private Coordination coordination(Schedule schedule, List<Awaited> awaited) {
        return new Coordination(
                schedule.gates(),
                schedule.handOffs(),
                Meetings.extract(reading),
                Conflicts.extract(reading),
                Escalations.extract(reading),
                awaited.stream().map(Awaited::words).toList());
    }
}
