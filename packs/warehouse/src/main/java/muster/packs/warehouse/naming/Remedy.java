package muster.packs.warehouse.naming;

/// What is to become of a table, as far as its name tells.
public enum Remedy {
    KEEP("keep"),
    KEEP_BY_EXCEPTION("keep: approved exception"),
    RENAME("rename"),
    DECIDE_WHICH_IS_CURRENT("target occupied: decide which copy is current"),
    DROP_AFTER_COMPARISON("drop after content comparison with twin"),
    CONSOLIDATE("consolidate"),
    ADD_RULE("rule missing: add grammar first"),
    EXCEPTION_OR_GRAMMAR("exception or grammar change"),
    RULE_CONFLICT("rule conflict: widen grammar or rename family");

    private final String text;

    Remedy(String text) {
        this.text = text;
    }

    /// The sentence used in reports.
    public String text() {
        return text;
    }
}
