package muster.yaml;

import org.jspecify.annotations.Nullable;

/// A part of the form of a plan file, as far as it leads to lists that may be long.
enum Spot {
    FILE,
    EXPECTATIONS,
    PHASES,
    PHASE,
    TASKS,
    ELSEWHERE;

    /// What stands under a key of the mapping that stands here.
    Spot under(String key) {
        return switch (this) {
            case FILE ->
                switch (key) {
                    case PlanForm.EXPECTATIONS_KEY -> EXPECTATIONS;
                    case PlanForm.PHASES_KEY -> PHASES;
                    default -> ELSEWHERE;
                };
            case PHASE -> key.equals(PhaseForms.TASKS_KEY) ? TASKS : ELSEWHERE;
            case EXPECTATIONS, PHASES, TASKS, ELSEWHERE -> ELSEWHERE;
        };
    }

    /// The key under which the list stands.
    String key() {
        return switch (this) {
            case EXPECTATIONS -> PlanForm.EXPECTATIONS_KEY;
            case PHASES -> PlanForm.PHASES_KEY;
            case TASKS -> PhaseForms.TASKS_KEY;
            case FILE, PHASE, ELSEWHERE -> "";
        };
    }

    /// What the items of the list that stands here are.
    Spot item() {
        return this == PHASES ? PHASE : ELSEWHERE;
    }

    /// What reads the items, if each is taken for itself; null if the list stays as it is.
    @Nullable
    Form<?> taken() {
        return switch (this) {
            case EXPECTATIONS -> ExpectationForms.EXPECTATION;
            case TASKS -> TaskForms.TASK;
            case FILE, PHASES, PHASE, ELSEWHERE -> null;
        };
    }
}
