package muster.plan;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A whole plan: what people write, as typed values. A plan that exists is consistent: ids are unique, references
/// resolve, nothing waits for itself.
///
/// @param waivers accepted exceptions to expectations
/// @param uncertainty how its estimates are taken in a simulation
/// @param premises what planning starts from and is asked for
public record Plan(
        Header header,
        Team team,
        List<Expectation> expectations,
        List<Claim> claims,
        List<Question> questions,
        List<Phase> phases,
        Coordination coordination,
        List<Risk> risks,
        Watch watch,
        Outcome outcome,
        ImportNotes notes,
        List<Waiver> waivers,
        Uncertainty uncertainty,
        Premises premises) {
    public Plan {
        expectations = List.copyOf(expectations);
        claims = List.copyOf(claims);
        questions = List.copyOf(questions);
        phases = List.copyOf(phases);
        risks = List.copyOf(risks);
        waivers = List.copyOf(waivers);
    }

    /// A plan that gives planning nothing.
    public Plan(
            Header header,
            Team team,
            List<Expectation> expectations,
            List<Claim> claims,
            List<Question> questions,
            List<Phase> phases,
            Coordination coordination,
            List<Risk> risks,
            Watch watch,
            Outcome outcome,
            ImportNotes notes,
            List<Waiver> waivers,
            Uncertainty uncertainty) {
        this(
                header,
                team,
                expectations,
                claims,
                questions,
                phases,
                coordination,
                risks,
                watch,
                outcome,
                notes,
                waivers,
                uncertainty,
                Premises.NONE);
    }

    /// A plan with the standard uncertainty.
    public Plan(
            Header header,
            Team team,
            List<Expectation> expectations,
            List<Claim> claims,
            List<Question> questions,
            List<Phase> phases,
            Coordination coordination,
            List<Risk> risks,
            Watch watch,
            Outcome outcome,
            ImportNotes notes,
            List<Waiver> waivers) {
        this(
                header,
                team,
                expectations,
                claims,
                questions,
                phases,
                coordination,
                risks,
                watch,
                outcome,
                notes,
                waivers,
                Uncertainty.STANDARD);
    }

    /// A plan without waivers.
    public Plan(
            Header header,
            Team team,
            List<Expectation> expectations,
            List<Claim> claims,
            List<Question> questions,
            List<Phase> phases,
            Coordination coordination,
            List<Risk> risks,
            Watch watch,
            Outcome outcome,
            ImportNotes notes) {
        this(
                header,
                team,
                expectations,
                claims,
                questions,
                phases,
                coordination,
                risks,
                watch,
                outcome,
                notes,
                List.of());
    }

    /// The same plan with other expectations.
    public Plan expecting(List<Expectation> others) {
        return new Plan(
                header,
                team,
                others,
                claims,
                questions,
                phases,
                coordination,
                risks,
                watch,
                outcome,
                notes,
                waivers,
                uncertainty,
                premises);
    }

    /// The same plan with other waivers.
    public Plan waiving(List<Waiver> others) {
        return new Plan(
                header,
                team,
                expectations,
                claims,
                questions,
                phases,
                coordination,
                risks,
                watch,
                outcome,
                notes,
                others,
                uncertainty,
                premises);
    }

    /// The same plan with another start.
    public Plan startingAt(Instant start) {
        var head = new Header(
                header.id(),
                header.title(),
                start,
                header.target(),
                header.goal(),
                header.deadlines(),
                header.standing());
        return with(head, team, phases, coordination);
    }

    /// The same plan with another team.
    public Plan staffed(Team other) {
        return with(header, other, phases, coordination);
    }

    /// The same plan with every task changed.
    public Plan mappingTasks(UnaryOperator<Task> change) {
        var changed = phases.stream()
                .map(phase -> phase.holding(phase.tasks().stream().map(change).toList()))
                .toList();
        return with(header, team, changed, coordination);
    }

    /// The same plan without some tasks, and without the hand-offs between which they stood.
    public Plan dropping(Set<TaskId> gone) {
        var left = phases.stream()
                .map(phase -> phase.holding(phase.tasks().stream()
                        .filter(task -> !gone.contains(task.id()))
                        .toList()))
                .toList();
        var hit = risks.stream().flatMap(risk -> risk.dropping(gone).stream()).toList();
        return with(header, team, left, coordination.dropping(gone)).hitBy(hit);
    }

    private Plan with(Header head, Team people, List<Phase> work, Coordination together) {
        return new Plan(
                head,
                people,
                expectations,
                claims,
                questions,
                work,
                together,
                risks,
                watch,
                outcome,
                notes,
                waivers,
                uncertainty,
                premises);
    }

    private Plan hitBy(List<Risk> others) {
        return new Plan(
                header,
                team,
                expectations,
                claims,
                questions,
                phases,
                coordination,
                others,
                watch,
                outcome,
                notes,
                waivers,
                uncertainty,
                premises);
    }

    /// All tasks of all phases, in the order written.
    public List<Task> tasks() {
        return phases.stream().flatMap(phase -> phase.tasks().stream()).toList();
    }
}
