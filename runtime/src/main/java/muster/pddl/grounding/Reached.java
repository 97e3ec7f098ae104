package muster.pddl.grounding;

/// What grounding knows so far.
record Reached(Atoms atoms, AtomIndex index, Effort effort) {}
