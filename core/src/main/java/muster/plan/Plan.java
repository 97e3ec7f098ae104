package muster.plan;

import java.util.List;

/// A whole plan: what people write, as typed values. A plan that exists is consistent: ids are unique, references
/// resolve, nothing waits for itself.
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
        ImportNotes notes) {
    public Plan {
        expectations = List.copyOf(expectations);
        claims = List.copyOf(claims);
        questions = List.copyOf(questions);
        phases = List.copyOf(phases);
        risks = List.copyOf(risks);
    }

    /// All tasks of all phases, in the order written.
    public List<Task> tasks() {
        return phases.stream().flatMap(phase -> phase.tasks().stream()).toList();
    }
}
