package muster.actions;

import java.nio.file.Path;
import muster.plan.Action;
import muster.plan.Branch;
import org.jspecify.annotations.Nullable;

/// Where the worktrees of branches lie in a workspace: below `.muster/worktrees`, in a folder named like the branch.
///
/// @param root of the workspace
public record Worktrees(Path root) {

    /// The worktree of a branch, which need not be there.
    public Path of(Branch branch) {
        return root.resolve(".muster").resolve("worktrees").resolve(branch.name());
    }

    /// The folder in which an action is performed: the worktree it names, else the workspace.
    public Path of(@Nullable Action action) {
        var branch = action == null ? null : action.place();
        return branch == null ? root : of(branch);
    }
}
