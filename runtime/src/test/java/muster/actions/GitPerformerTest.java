package muster.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import muster.plan.Action;
import muster.plan.Branch;
import muster.plan.GitStep;
import muster.run.ActionResult;
import muster.sandbox.Trust;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// With the real git.
@Timeout(60)
class GitPerformerTest {
    private static final Branch TASK = new Branch("task/a");
    private static final Branch MAIN = new Branch("main");

    @TempDir
    Path root;

    @BeforeEach
    void aRepository() throws Exception {
        assumeThat(Path.of("/usr/bin/git")).exists();
        git("init", "--quiet", "--initial-branch=main", ".");
        write(root.resolve("a.txt"), "one\n");
        write(root.resolve("b.txt"), "two\n");
        git("add", "--all");
        git("commit", "--quiet", "-m", "Begin");
    }

    @Test
    void aTaskHasABranchAndAWorktreeOfItsOwnUntilItIsMergedAndRemoved() throws Exception {
        succeeds(GitStep.WORKTREE, "r1/begin");
        write(tree().resolve("c.txt"), "three\n");
        var committed = succeeds(GitStep.COMMIT, "r1/commit");
        var before = Files.exists(root.resolve("c.txt"));
        var merged = succeeds(GitStep.MERGE, "r1/merge");
        succeeds(GitStep.REMOVE, "r1/remove");

        assertThat(before).isFalse();
        assertThat(committed).containsEntry("files", "1");
        assertThat(root.resolve("c.txt")).hasContent("three\n");
        assertThat(git("rev-parse", "main")).isEqualTo(merged.get("commit"));
        assertThat(git("log", "-1", "--format=%an %s %(trailers:key=Muster-Key,valueonly)", "main"))
                .isEqualTo("ann Do it r1/merge");
        assertThat(git("branch", "--list", "task/a")).isEmpty();
        assertThat(tree()).doesNotExist();
    }

    @Test
    void everyStepCanBeAskedForAgain() throws Exception {
        for (var step : List.of(GitStep.WORKTREE, GitStep.COMMIT, GitStep.MERGE)) {
            if (step == GitStep.COMMIT) {
                write(tree().resolve("c.txt"), "three\n");
            }
            var first = succeeds(step, "r1/" + step);
            var again = succeeds(step, "r1/" + step);

            assertThat(again).containsEntry("done", "before").containsEntry("commit", first.get("commit"));
        }
        succeeds(GitStep.REMOVE, "r1/remove");
        assertThat(succeeds(GitStep.REMOVE, "r1/remove")).containsEntry("done", "before");
        assertThat(git("rev-list", "--count", "main")).isEqualTo("3");
    }

    @Test
    void aConflictIsAQuestionThatNamesTheFilesAndLeavesNothingBehind() throws Exception {
        var awkward = "b \"c\"\n;$(id).txt";
        write(root.resolve(awkward), "x\n");
        git("add", "--all");
        git("commit", "--quiet", "-m", "Awkward");
        succeeds(GitStep.WORKTREE, "r1/begin");
        for (var name : List.of("a.txt", awkward)) {
            write(tree().resolve(name), "theirs\n");
            write(root.resolve(name), "ours\n");
        }
        succeeds(GitStep.COMMIT, "r1/commit");
        git("commit", "--quiet", "-am", "Ours");
        var before = git("rev-parse", "main");

        var result = perform(GitStep.MERGE, "r1/merge");

        assertThat(result)
                .isEqualTo(new ActionResult.NeedsDecision(List.of("merging task/a into main conflicts in: a.txt, "
                        + awkward + "; resolve it on the branch and answer, and it is merged again")));
        assertThat(git("rev-parse", "main")).isEqualTo(before);
        assertThat(git("status", "--porcelain", "--untracked-files=no")).isEmpty();
    }

    @Test
    void aConflictThatWasResolvedOnTheBranchIsMerged() throws Exception {
        succeeds(GitStep.WORKTREE, "r1/begin");
        write(tree().resolve("a.txt"), "theirs\n");
        succeeds(GitStep.COMMIT, "r1/commit");
        write(root.resolve("a.txt"), "ours\n");
        git("commit", "--quiet", "-am", "Ours");
        perform(GitStep.MERGE, "r1/merge");

        in(tree(), "merge", "--quiet", "-X", "theirs", "main");
        succeeds(GitStep.MERGE, "r1/merge");

        assertThat(root.resolve("a.txt")).hasContent("ours\n");
    }

    @Test
    void aBaseThatIsCheckedOutNowhereMovesAlone() throws Exception {
        succeeds(GitStep.WORKTREE, "r1/begin");
        write(tree().resolve("c.txt"), "three\n");
        succeeds(GitStep.COMMIT, "r1/commit");
        git("checkout", "--quiet", "-b", "elsewhere");

        var merged = succeeds(GitStep.MERGE, "r1/merge");

        assertThat(git("rev-parse", "main")).isEqualTo(merged.get("commit"));
        assertThat(root.resolve("c.txt")).doesNotExist();
    }

    @Test
    void whatSomebodyIsChangingInTheBaseIsNotOverwritten() throws Exception {
        succeeds(GitStep.WORKTREE, "r1/begin");
        write(tree().resolve("a.txt"), "theirs\n");
        succeeds(GitStep.COMMIT, "r1/commit");
        write(root.resolve("a.txt"), "not committed\n");
        var before = git("rev-parse", "main");

        assertThat(perform(GitStep.MERGE, "r1/merge")).isInstanceOf(ActionResult.Failed.class);
        assertThat(root.resolve("a.txt")).hasContent("not committed\n");
        assertThat(git("rev-parse", "main")).isEqualTo(before);
    }

    @Test
    void workThatWasNotCommittedIsNeitherMergedPastNorThrownAway() throws Exception {
        succeeds(GitStep.WORKTREE, "r1/begin");
        write(tree().resolve("c.txt"), "three\n");
        succeeds(GitStep.COMMIT, "r1/commit");
        write(tree().resolve("c.txt"), "four\n");

        assertThat(perform(GitStep.MERGE, "r1/merge"))
                .isEqualTo(new ActionResult.Failed("the worktree of task/a has changes that were not committed"));
        assertThat(perform(GitStep.REMOVE, "r1/remove")).isInstanceOf(ActionResult.Failed.class);
        assertThat(tree().resolve("c.txt")).hasContent("four\n");
    }

    @Test
    void aBranchWhoseCommitsAreNowhereElseIsKept() throws Exception {
        succeeds(GitStep.WORKTREE, "r1/begin");
        write(tree().resolve("c.txt"), "three\n");
        succeeds(GitStep.COMMIT, "r1/commit");

        assertThat(succeeds(GitStep.REMOVE, "r1/remove")).containsKey("kept");
        assertThat(git("branch", "--list", "task/a")).isNotEmpty();
    }

    @Test
    void nothingChangedIsNotACommit() throws Exception {
        succeeds(GitStep.WORKTREE, "r1/begin");

        assertThat(perform(GitStep.COMMIT, "r1/commit"))
                .isEqualTo(new ActionResult.Failed("nothing has changed in the worktree of task/a"));
    }

    @Test
    void hooksAreNotRun() throws Exception {
        for (var hook : List.of("post-checkout", "pre-commit", "commit-msg", "post-commit", "post-merge")) {
            var file = root.resolve(".git/hooks/" + hook);
            write(file, "#!/bin/sh\ntouch " + root.resolve("ran") + "\nexit 1\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }

        succeeds(GitStep.WORKTREE, "r1/begin");
        write(tree().resolve("c.txt"), "three\n");
        succeeds(GitStep.COMMIT, "r1/commit");
        succeeds(GitStep.MERGE, "r1/merge");

        assertThat(root.resolve("ran")).doesNotExist();
    }

    @Test
    void programsOfTheConfigurationNeedTheOperatorsTrust() throws Exception {
        git("config", "filter.x.clean", "touch " + root.resolve("ran") + "; cat");
        write(root.resolve(".gitattributes"), "* filter=x\n");

        assertThat(perform(GitStep.WORKTREE, "r1/begin"))
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why()).contains("filter.x.clean"));
        assertThat(new GitPerformer(root, Trust.OPERATOR, UnaryOperator.identity())
                        .perform(action(GitStep.WORKTREE), Given.attempt("r1/begin", 1)))
                .isInstanceOf(ActionResult.Succeeded.class);
        assertThat(root.resolve("ran")).doesNotExist();
    }

    @Test
    void aFolderWithoutARepositoryFailsTheAttempt(@TempDir Path empty) throws Exception {
        assertThat(new GitPerformer(empty, Trust.SANDBOXED, UnaryOperator.identity())
                        .perform(action(GitStep.WORKTREE), Given.attempt("r1/begin", 1)))
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why()).contains("no branch is checked out"));
    }

    private Map<String, String> succeeds(GitStep step, String key) throws InterruptedException {
        var result = perform(step, key);
        assertThat(result).isInstanceOf(ActionResult.Succeeded.class);
        return ((ActionResult.Succeeded) result).outputs();
    }

    private ActionResult perform(GitStep step, String key) throws InterruptedException {
        return new GitPerformer(root, Trust.SANDBOXED, UnaryOperator.identity())
                .perform(action(step), Given.attempt(key, 1));
    }

    private static Action.Git action(GitStep step) {
        @Nullable Branch base = step == GitStep.WORKTREE ? null : MAIN;
        return new Action.Git(step, TASK, base, null);
    }

    private Path tree() {
        return new Worktrees(root).of(TASK);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String git(String... arguments) throws Exception {
        return in(root, arguments);
    }

    private static String in(Path folder, String... arguments) throws Exception {
        var argv = new ArrayList<>(List.of(
                "git",
                "-c",
                "user.name=Test",
                "-c",
                "user.email=test@muster.invalid",
                "-c",
                "core.hooksPath=/dev/null"));
        argv.addAll(List.of(arguments));
        var process = new ProcessBuilder(argv)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("git %s: %s", argv, said).isZero();
        return said.strip();
    }
}
