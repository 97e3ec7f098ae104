package muster.actions;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import muster.plan.Branch;
import muster.sandbox.GitLaunch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;
import org.jspecify.annotations.Nullable;

/// The real git, asked in one folder. Nothing that the repository names is started, and a branch is always named
/// in full, so that no name is taken for anything else.
///
/// @param author who commits
record Git(Launcher launcher, Path folder, String author) {
    /// Checking out a large repository takes minutes at most.
    private static final Duration WALL = Duration.ofMinutes(10);

    /// Names of all files of a large conflict fit.
    private static final int OUTPUT = 4 << 20;

    Git in(Path other) {
        return new Git(launcher, other, author);
    }

    /// Asks, whatever comes of it.
    GitSaid ask(String... arguments) throws GitTrouble, InterruptedException {
        return asked(null, List.of(arguments));
    }

    /// Tells it to do something, which must succeed.
    GitSaid tell(String... arguments) throws GitTrouble, InterruptedException {
        return succeeded(asked(null, List.of(arguments)), arguments[0]);
    }

    /// The same with text on its standard input.
    GitSaid tellReading(String text, String... arguments) throws GitTrouble, InterruptedException {
        return succeeded(asked(text, List.of(arguments)), arguments[0]);
    }

    /// The commit that a branch is at; null if there is no such branch.
    @Nullable
    String head(Branch branch) throws GitTrouble, InterruptedException {
        var said = ask("rev-parse", "--verify", "--quiet", ref(branch) + "^{commit}");
        return said.exit() == 0 ? said.line() : null;
    }

    /// True if all of one commit is in another.
    boolean contains(String whole, String part) throws GitTrouble, InterruptedException {
        return ask("merge-base", "--is-ancestor", part, whole).exit() == 0;
    }

    static String ref(Branch branch) {
        return "refs/heads/" + branch;
    }

    private static GitSaid succeeded(GitSaid said, String what) throws GitTrouble {
        if (said.exit() != 0) {
            throw new GitTrouble("git " + what + ": " + (said.err().isBlank() ? said.out() : said.err()).strip());
        }
        return said;
    }

    private GitSaid asked(@Nullable String text, List<String> arguments) throws GitTrouble, InterruptedException {
        var all = new ArrayList<>(
                List.of("-c", "commit.gpgSign=false", "-c", "gc.auto=0", "-c", "maintenance.auto=false"));
        all.addAll(arguments);
        var launch = GitLaunch.of(folder, WALL, all)
                .keeping(OUTPUT)
                .with("GIT_AUTHOR_NAME", author)
                .with("GIT_AUTHOR_EMAIL", author + "@muster.invalid")
                .with("GIT_COMMITTER_NAME", author)
                .with("GIT_COMMITTER_EMAIL", author + "@muster.invalid");
        return switch (launcher.run(text == null ? launch : launch.reading(text))) {
            case Launched.Ended(var exit, var out, var err, var _) -> new GitSaid(exit, out, err);
            case Launched.Overran _ -> throw new GitTrouble("git took longer than " + WALL);
            case Launched.NotStarted(var why) -> throw new GitTrouble("git cannot be started: " + why);
        };
    }
}
