package muster.charts;

import muster.plan.ConstraintKind;

/// The columns of a Project file that hold dates of the plan: its fields `Date1` to `Date7`, with names of their own.
enum MspdiColumn {
    START_NO_EARLIER_THAN(1, "Start no earlier than"),
    START_NO_LATER_THAN(2, "Start no later than"),
    FINISH_NO_EARLIER_THAN(3, "Finish no earlier than"),
    FINISH_NO_LATER_THAN(4, "Finish no later than"),
    MUST_START_ON(5, "Must start on"),
    MUST_FINISH_ON(6, "Must finish on"),
    DEADLINE(7, "Deadline of the plan");

    /// Of the field `Date1`; the others follow it (`PjField` in the object model of Project).
    private static final int FIRST_FIELD = 188_743_945;

    private final int number;
    private final String words;

    MspdiColumn(int number, String words) {
        this.number = number;
        this.words = words;
    }

    static MspdiColumn of(ConstraintKind kind) {
        return switch (kind) {
            case START_NO_EARLIER_THAN -> START_NO_EARLIER_THAN;
            case START_NO_LATER_THAN -> START_NO_LATER_THAN;
            case FINISH_NO_EARLIER_THAN -> FINISH_NO_EARLIER_THAN;
            case FINISH_NO_LATER_THAN -> FINISH_NO_LATER_THAN;
            case MUST_START_ON -> MUST_START_ON;
            case MUST_FINISH_ON -> MUST_FINISH_ON;
        };
    }

    int field() {
        return FIRST_FIELD + number - 1;
    }

    String fieldName() {
        return "Date" + number;
    }

    String words() {
        return words;
    }
}
