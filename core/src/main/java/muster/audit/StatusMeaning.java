package muster.audit;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// What the words for a status amount to.
public enum StatusMeaning {
    /// It is there and does its work.
    DONE(
            "done",
            "complete",
            "completed",
            "finished",
            "ready",
            "tested",
            "working",
            "works",
            "implemented",
            "exists",
            "passing",
            "verified",
            "live",
            "deployed",
            "in production",
            "used in production",
            "production ready",
            "production-ready",
            "operational",
            "ok",
            "available"),
    /// It is to come, or does not work yet.
    OPEN(
            "todo",
            "not started",
            "in progress",
            "planned",
            "pending",
            "missing",
            "blocked",
            "failing",
            "broken",
            "not implemented",
            "not tested",
            "untested",
            "not ready",
            "not done",
            "incomplete",
            "wip",
            "draft",
            "needed",
            "required",
            "added",
            "reinstated",
            "in force",
            "open",
            "not working",
            "does not exist"),
    /// Nobody is to do it or use it any more.
    DROPPED(
            "not needed",
            "not required",
            "unnecessary",
            "cancelled",
            "canceled",
            "dropped",
            "obsolete",
            "deprecated",
            "removed",
            "superseded",
            "abandoned",
            "deleted");

    private final String words;

    StatusMeaning(String... words) {
        this.words = String.join("|", words);
    }

    /// The standing that a word in lower case means.
    public static Optional<StatusMeaning> of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.words().contains(word))
                .findFirst();
    }

    /// All words of it.
    public Set<String> words() {
        return Set.of(words.split("\\|", -1));
    }
}
