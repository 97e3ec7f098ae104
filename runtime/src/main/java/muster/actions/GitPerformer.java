package muster.actions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import muster.plan.Action;
import muster.plan.Branch;
import muster.run.ActionResult;
import muster.sandbox.Launcher;
import muster.sandbox.Trust;
import org.jspecify.annotations.Nullable;

/// Begins branches with worktrees of their own, commits, merges and removes them, each safe to ask again: a
/// commit carries its key, what is merged or there is not done again. A merge touches no working tree until it is
/// made; a conflict is a question that names the files.
public final class GitPerformer implements Performer<Action.Git> {
    /// Commits that are searched for the key of an earlier attempt, the newest first.
    private static final String LOOKED_BACK = "200";

    private static final int NAMED_FILES = 100;
    private static final String KEY = "Muster-Key";

    private final Path root;
    private final Trust trust;
    private final Capture capture;
    private final Launcher launcher = new Launcher(Integer.MAX_VALUE);

    /// @param root of the workspace, which is a repository's working tree
    /// @param trust whether programs that the repository's configuration names may be started
    /// @param redact takes secrets out of what git says
    public GitPerformer(Path root, Trust trust, UnaryOperator<String> redact) {
        this.root = root;
        this.trust = trust;
        this.capture = new Capture(redact);
    }

    @Override
    public ActionResult perform(Action.Git action, Assignment assignment) throws InterruptedException {
        var owners = assignment.step().owners();
        var git = new Git(
                launcher, root, owners.isEmpty() ? "muster" : owners.getFirst().value());
        try {
            var named = programs(git);
            return named.isEmpty() ? performed(git, action, assignment) : new ActionResult.Failed(named);
        } catch (GitTrouble e) {
            return new ActionResult.Failed(capture.text(String.valueOf(e.getMessage())));
        }
    }

    private ActionResult performed(Git git, Action.Git action, Assignment assignment)
            throws GitTrouble, InterruptedException {
        return switch (action.step()) {
            case WORKTREE -> begin(git, action);
            case COMMIT -> commit(git, action, assignment);
            case MERGE -> merge(git, action, assignment);
            case REMOVE -> remove(git, action);
        };
    }

    /// Filters and merge drivers are programs that git starts when it checks out, adds or merges.
    private String programs(Git git) throws GitTrouble, InterruptedException {
        var names = "^(filter\\..*\\.(clean|smudge|process)|merge\\..*\\.driver)$";
        var found = git.ask("config", "--name-only", "--get-regexp", names);
        return found.exit() != 0 || trust == Trust.OPERATOR
                ? ""
                : "the repository's configuration names programs that git would start: "
                        + String.join(", ", found.out().lines().toList()) + "; Maybe say --trust operator";
    }

    private ActionResult begin(Git git, Action.Git action) throws GitTrouble, InterruptedException {
        var branch = action.branch();
        var base = base(git, action);
        var folder = new Worktrees(root).of(branch);
        var tree = tree(git, branch);
        if (tree != null && tree.half()) {
            git.tell("worktree", "remove", "--force", "--force", "--", folder.toString());
        } else if (tree != null && Files.isDirectory(tree.folder())) {
            return tree.folder().equals(folder)
                    ? done(branch, base, head(git, branch), Map.of("done", "before"))
                    : new ActionResult.Failed(branch + " is checked out in another folder");
        }
        git.tell("worktree", "prune");
        if (git.head(branch) == null) {
            git.tell("branch", "--no-track", branch.name(), head(git, base));
        }
        git.tell("worktree", "add", "--quiet", "--", folder.toString(), branch.name());
        return done(branch, base, head(git, branch), Map.of());
    }

    private ActionResult commit(Git git, Action.Git action, Assignment assignment)
            throws GitTrouble, InterruptedException {
        var branch = action.branch();
        var folder = new Worktrees(root).of(branch);
        if (!Files.isDirectory(folder)) {
            throw new GitTrouble("the worktree of " + branch + " is not there");
        }
        var key = assignment.call().key();
        var known = committed(git, branch, key);
        if (known != null) {
            return done(branch, base(git, action), known, Map.of("done", "before"));
        }
        var tree = git.in(folder);
        tree.tell("add", "--all");
        var changed = tree.tell("diff", "--cached", "--name-only", "-z").parts();
        if (changed.isEmpty()) {
            throw new GitTrouble("nothing has changed in the worktree of " + branch);
        }
        tree.tellReading(
                message(action, assignment), "commit", "--quiet", "--no-verify", "--cleanup=verbatim", "-F", "-");
        return done(branch, base(git, action), head(git, branch), Map.of("files", Integer.toString(changed.size())));
    }

    private static @Nullable String committed(Git git, Branch branch, String key)
            throws GitTrouble, InterruptedException {
        var format = "--format=%H %(trailers:key=" + KEY + ",valueonly,separator=%x2C)";
        return git.tell("log", "-n", LOOKED_BACK, format, Git.ref(branch))
                .out()
                .lines()
                .filter(line -> line.endsWith(" " + key))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst()
                .orElse(null);
    }

    private ActionResult merge(Git git, Action.Git action, Assignment assignment)
            throws GitTrouble, InterruptedException {
        var branch = action.branch();
        var base = base(git, action);
        var ours = head(git, base);
        var theirs = head(git, branch);
        if (git.contains(ours, theirs)) {
            return done(branch, base, ours, Map.of("done", "before"));
        }
        var left = tree(git, branch);
        if (left != null
                && !git.in(left.folder())
                        .tell("status", "--porcelain", "-z")
                        .parts()
                        .isEmpty()) {
            throw new GitTrouble("the worktree of " + branch + " has changes that were not committed");
        }
        var merged = git.ask("merge-tree", "--write-tree", "--name-only", "--no-messages", "-z", ours, theirs);
        if (merged.exit() > 1) {
            throw new GitTrouble("git merge-tree: " + merged.err().strip());
        }
        var parts = merged.parts();
        if (merged.exit() == 1) {
            return conflict(branch, base, parts.subList(1, parts.size()));
        }
        var commit = git.tellReading(
                        message(action, assignment), "commit-tree", parts.getFirst(), "-p", ours, "-p", theirs)
                .line();
        advance(git, base, new String[] {commit, ours});
        return done(branch, base, commit, Map.of());
    }

    /// Where the base is checked out its files follow, unless somebody has changed them; elsewhere only the
    /// branch moves, if it is still where it was.
    private static void advance(Git git, Branch base, String[] newAndOld) throws GitTrouble, InterruptedException {
        var checkedOut = tree(git, base);
        if (checkedOut == null) {
            git.tell("update-ref", Git.ref(base), newAndOld[0], newAndOld[1]);
        } else {
            git.in(checkedOut.folder()).tell("merge", "--ff-only", "--quiet", newAndOld[0]);
        }
    }

    private ActionResult conflict(Branch branch, Branch base, List<String> files) {
        var named =
                String.join(", ", files.stream().distinct().limit(NAMED_FILES).toList());
        var more = files.size() > NAMED_FILES ? " and " + (files.size() - NAMED_FILES) + " more" : "";
        return new ActionResult.NeedsDecision(List.of(capture.text("merging " + branch + " into " + base
                + " conflicts in: " + named + more + "; resolve it on the branch and answer, and it is merged again")));
    }

    private ActionResult remove(Git git, Action.Git action) throws GitTrouble, InterruptedException {
        var branch = action.branch();
        var base = base(git, action);
        var folder = new Worktrees(root).of(branch);
        var tree = tree(git, branch);
        if (tree != null && tree.folder().equals(folder)) {
            git.tell("worktree", "remove", "--", folder.toString());
        }
        git.tell("worktree", "prune");
        var head = git.head(branch);
        if (head == null) {
            return done(branch, base, "", Map.of("done", "before"));
        }
        if (!git.contains(head(git, base), head)) {
            return done(branch, base, head, Map.of("kept", "it has commits that " + base + " has not"));
        }
        git.tell("update-ref", "-d", Git.ref(branch), head);
        return done(branch, base, head, Map.of());
    }

    private static ActionResult done(Branch branch, Branch base, String commit, Map<String, String> more) {
        var outputs = new TreeMap<>(more);
        outputs.put("branch", branch.name());
        outputs.put("base", base.name());
        outputs.put("commit", commit);
        return new ActionResult.Succeeded(outputs);
    }

    private static String message(Action.Git action, Assignment assignment) {
        var text =
                Objects.requireNonNullElse(action.message(), assignment.step().title());
        return text.strip() + "\n\nMuster-Task: " + assignment.call().task() + "\n" + KEY + ": "
                + assignment.call().key() + "\n";
    }

    private static Branch base(Git git, Action.Git action) throws GitTrouble, InterruptedException {
        if (action.base() != null) {
            return action.base();
        }
        var said = git.ask("symbolic-ref", "--quiet", "--short", "HEAD");
        try {
            return new Branch(said.line());
        } catch (IllegalArgumentException e) {
            throw new GitTrouble("no branch is checked out that could be the base: '" + said.line() + "'");
        }
    }

    private static String head(Git git, Branch branch) throws GitTrouble, InterruptedException {
        var head = git.head(branch);
        if (head == null) {
            throw new GitTrouble("there is no branch " + branch + " with a commit");
        }
        return head;
    }

    /// The worktree in which a branch is checked out; null if there is none.
    private static @Nullable GitTree tree(Git git, Branch branch) throws GitTrouble, InterruptedException {
        var found = new GitTree(git.folder(), "", "");
        for (var part : git.tell("worktree", "list", "--porcelain", "-z").parts()) {
            if (part.startsWith(GitTree.FOLDER) && found.branch().equals(Git.ref(branch))) {
                return found;
            }
            found = found.after(part);
        }
        return found.branch().equals(Git.ref(branch)) ? found : null;
    }
}
