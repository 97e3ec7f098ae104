package muster.plan;

/// How far a probe went, weakest first. `CLAIMED` is a document's word and proves nothing.
public enum AssuranceLevel {
    CLAIMED,
    EXISTS,
    PARSES,
    REFERENCES_RESOLVE,
    ANSWERS_HELP,
    DRY_RUNS,
    TESTS_PASS,
    SCRATCH_ROUND_TRIP,
    USED_IN_PRODUCTION
}
