package muster.policy;

/// A rule as it stands in the file, with a place for every part.
record WrittenRule(Placed id, Placed when, Placed decision, Placed message) {}
