package muster.yaml;

/// What an id names. Kinds of one space share their ids.
enum Kind {
    TASK("task"),
    REMEDY("remedy"),
    /// What a plan can do: only referred to, declared as either of the two.
    ACTION("task or remedy"),
    PHASE("phase"),
    AGENT("agent"),
    CALENDAR("calendar"),
    RESOURCE("resource"),
    TARGET("target"),
    EXPECTATION("expectation"),
    GATE("gate"),
    DEADLINE("deadline"),
    CLAIM("claim"),
    QUESTION("question"),
    HAND_OFF("hand-off"),
    MEETING("meeting"),
    ESCALATION("escalation"),
    RISK("risk"),
    METRIC("metric"),
    ALERT("alert"),
    ROLLBACK("rollback"),
    REVIEW("review"),
    DELIVERABLE("deliverable"),
    DECISION("decision"),
    WAIVER("waiver"),
    FACT("fact"),
    PLAN("plan");

    private final String noun;

    Kind(String noun) {
        this.noun = noun;
    }

    String noun() {
        return noun;
    }

    /// Such as `an agent`.
    String withArticle() {
        return ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
    }

    /// Remedies become actions beside the tasks, so they share their ids.
    Kind space() {
        return this == REMEDY || this == ACTION ? TASK : this;
    }

    /// True if a reference to this kind may mean an entry of the other.
    boolean covers(Kind other) {
        return this == other || (this == ACTION && other.space() == TASK);
    }

    /// Longest id: `ready:`, `done:`, `resource:`, `policy:` and `hand-off:` are put before some to make facts, which
    /// have 120 characters at most.
    int longest() {
        return switch (this) {
            case TASK, REMEDY, ACTION, EXPECTATION -> 114;
            case RESOURCE, HAND_OFF -> 111;
            case GATE -> 113;
            case PHASE, AGENT, CALENDAR, TARGET, DEADLINE, CLAIM, QUESTION -> 120;
            case MEETING, ESCALATION, RISK, METRIC, ALERT, ROLLBACK -> 120;
            case REVIEW, DELIVERABLE, DECISION, WAIVER, FACT, PLAN -> 120;
        };
    }
}
