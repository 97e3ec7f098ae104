package muster.plan;

import java.util.List;

/// A whole plan: what people write, as typed values. A plan that exists is consistent: ids are unique, references
/// resolve, nothing waits for itself.
///
/// @param waivers accepted exceptions to expectations
/// @param uncertainty how its estimates are taken in a simulation
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
        Uncertainty uncertainty) {
    public Plan {
        expectations = List.copyOf(expectations);
        claims = List.copyOf(claims);
        questions = List.copyOf(questions);
        phases = List.copyOf(phases);
        risks = List.copyOf(risks);
        waivers = List.copyOf(waivers);
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
                uncertainty);
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
                uncertainty);
    }

    /// All tasks of all phases, in the order written.
    public List<Task> tasks() {
        return phases.stream().flatMap(phase -> phase.tasks().stream()).toList();
    }
}
