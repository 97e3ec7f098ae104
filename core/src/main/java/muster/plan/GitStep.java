package muster.plan;

/// What is done with a branch.
public enum GitStep {
    /// Begins it, with a worktree of its own.
    WORKTREE,
    /// Commits what changed in its worktree.
    COMMIT,
    /// Merges it into its base.
    MERGE,
    /// Removes its worktree, and the branch if its base has all of it.
    REMOVE
}
