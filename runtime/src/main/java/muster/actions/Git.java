package muster.actions;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import muster.plan.Branch;
import muster.sandbox.GitLaunch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;
import org.jspecify.annotations.Nullable;

/// The real git, asked in one folder. Nothing that the repository names is started, and a branch is always named in
/// full,
/// so that no name is taken for anything else.
///
/// @param author who commits
record Git(Launcher launcher, Path folder, String author) {
    /// Checking out a large repository takes minutes at most.
    private static final Duration WALL = Duration.ofMinutes(10);

    /// Names of all files of a large conflict fit.
    private static final int OUTPUT = 4 << 20;

    /// What a question to git came to that has to be answered.
    static final class Trouble extends Exception {
        private static final long serialVersionUID = 1;

        Trouble(String why) {
            super(why);
        }
    }

    /// How git ended, and what it said.
    record Said(int exit, String out, String err) {
        String line() {
            return out.strip();
        }

        /// The parts of an answer that NUL ends.
        List<String> parts() {
            return Arrays.stream(out.split("\0", -1))
                    .filter(part -> !part.isEmpty())
                    .toList();
        }
    }

    Git in(Path other) {
        return new Git(launcher, other, author);
    }

    /// Asks, whatever comes of it.
    Said ask(String... arguments) throws Trouble, InterruptedException {
        return asked(null, List.of(arguments));
    }

    /// Tells it to do something, which must succeed.
    Said tell(String... arguments) throws Trouble, InterruptedException {
        return succeeded(asked(null, List.of(arguments)), arguments[0]);
    }

    /// The same with text on its standard input.
    Said tellReading(String text, String... arguments) throws Trouble, InterruptedException {
        return succeeded(asked(text, List.of(arguments)), arguments[0]);
    }

    /// The commit that a branch is at; null if there is no such branch.
    @Nullable
    String head(Branch branch) throws Trouble, InterruptedException {
        var said = ask("rev-parse", "--verify", "--quiet", ref(branch) + "^{commit}");
        return said.exit() == 0 ? said.line() : null;
    }

    /// True if all of one commit is in another.
    boolean contains(String whole, String part) throws Trouble, InterruptedException {
        return ask("merge-base", "--is-ancestor", part, whole).exit() == 0;
    }

    static String ref(Branch branch) {
        return "refs/heads/" + branch;
    }

    private static Said succeeded(Said said, String what) throws Trouble {
        if (said.exit() != 0) {
            throw new Trouble("git " + what + ": " + (said.err().isBlank() ? said.out() : said.err()).strip());
        }
        return said;
    }

    private Said asked(@Nullable String text, List<String> arguments) throws Trouble, InterruptedException {
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
            case Launched.Ended(var exit, var out, var err, var _) -> new Said(exit, out, err);
            case Launched.Overran _ -> throw new Trouble("git took longer than " + WALL);
            case Launched.NotStarted(var why) -> throw new Trouble("git cannot be started: " + why);
        };
    }
}
