package muster.strips;

/// What a search over states is given: the task, its relaxation, which operators to try, which states are alike, and
/// limits.
record Setting(CompactTask task, RelaxedTask relaxed, Choice choice, Orbits orbits, SearchLimits limits) {

    /// The same with other limits.
    Setting within(SearchLimits others) {
        return new Setting(task, relaxed, choice, orbits, others);
    }
}
