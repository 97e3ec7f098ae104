package muster.pddl.grounding;

/// A grounded operator over numbered atoms, not yet freed of what does not matter. What it both adds and deletes it
/// adds.
///
/// @param needs only atoms that can become true
record Draft(Instance instance, Needs needs, Changes changes) {}
