package muster.actions;

import java.nio.file.Path;

/// A worktree as git lists it.
///
/// @param branch full name of the branch that is checked out; empty for none
/// @param locked why it is locked; empty if it is not
record GitTree(Path folder, String branch, String locked) {
    static final String FOLDER = "worktree ";
    private static final String BRANCH = "branch ";
    private static final String LOCKED = "locked ";

    GitTree after(String part) {
        if (part.startsWith(FOLDER)) {
            return new GitTree(Path.of(part.substring(FOLDER.length())), "", "");
        }
        if (part.startsWith(BRANCH)) {
            return new GitTree(folder, part.substring(BRANCH.length()), locked);
        }
        return part.startsWith(LOCKED) ? new GitTree(folder, branch, part.substring(LOCKED.length())) : this;
    }

    /// Git locks a worktree while it makes it; one that stays so was never finished.
    boolean half() {
        return locked.equals("initializing");
    }
}
