package muster.strips;

/// What a search over states is given: the task, its relaxation, which operators to try, which states are alike, and
/// limits.
record Setting(CompactTask task, RelaxedTask relaxed, Choice choice, Orbits orbits, SearchLimits limits) {}
