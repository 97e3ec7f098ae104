package muster.probes.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import muster.audit.Finding;
import muster.matching.Matching;
import muster.matching.Value;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.Matcher;
import org.jspecify.annotations.Nullable;

/// Holds what was seen against what was wanted and keeps every difference, not the first alone. A difference in `exit`
/// is the finding `wrong-exit`.
public final class Comparison {
    /// A line of a report; what is longer than that, nobody compares by eye.
    private static final int LONGEST = 300;

    private final String kind;
    private final String subject;
    private final List<Finding> differences = new ArrayList<>();
    private @Nullable String mistake;

    /// @param kind of the evidence
    public Comparison(String kind, String subject) {
        this.kind = kind;
        this.subject = subject;
    }

    /// Nothing is wanted if there is no text.
    public Comparison same(String what, @Nullable Object wanted, @Nullable Object got) {
        if (wanted != null && !Objects.equals(wanted.toString(), String.valueOf(got))) {
            differs(what, "its " + what + " is " + (got == null ? "not there" : got) + ", expected " + wanted);
        }
        return this;
    }

    /// All of these are there; there may be more.
    public Comparison among(String what, List<String> wanted, List<String> got) {
        wanted.stream()
                .filter(one -> !got.contains(one))
                .forEach(one -> differs(what, "its " + what + " lack " + one + ", they are " + got));
        return this;
    }

    /// The value is as the matcher says, if there is one.
    public Comparison like(String what, @Nullable Matcher wanted, Value got) {
        return wanted == null ? this : matched(what, wanted, got, Telling.ALL);
    }

    /// The value stays out of the message.
    public Comparison secretly(String what, @Nullable Matcher wanted, Value got) {
        return wanted == null ? this : matched(what, wanted, got, Telling.NOT_THE_VALUE);
    }

    private enum Telling {
        ALL,
        NOT_THE_VALUE
    }

    private Comparison matched(String what, Matcher wanted, Value got, Telling telling) {
        var verdict = Matching.match(wanted, got);
        var why = telling == Telling.ALL ? cut(verdict.why()) : "it is not as expected";
        switch (verdict.outcome()) {
            case MATCHES -> {}
            case DIFFERS -> differs(what, what + ": " + why);
            case INVALID -> mistake = what + ": " + why;
        }
        return this;
    }

    /// A difference that was found elsewhere.
    public Comparison differs(String what, String message) {
        differences.add(Findings.defect("wrong-" + what.replace(' ', '-'), subject, message));
        return this;
    }

    private static String cut(String why) {
        return why.length() <= LONGEST ? why : why.substring(0, LONGEST) + "...";
    }

    /// What comes of it: a pass only if nothing differs.
    ///
    /// A matcher that cannot be used is a mistake in the plan: it says nothing of the machine.
    public Observation seen(AssuranceLevel reached, String asWanted) {
        if (mistake != null) {
            return Observation.error(kind, subject, mistake);
        }
        return differences.isEmpty()
                ? Observation.pass(kind, subject, reached, asWanted)
                : Observation.fail(
                                kind,
                                subject,
                                AssuranceLevel.EXISTS,
                                differences.getFirst().message())
                        .found(differences);
    }

    /// Of something that is not there at all.
    static Observation missing(String kind, String subject, String message) {
        return Observation.fail(kind, subject, AssuranceLevel.CLAIMED, message)
                .found(Findings.defect("missing-" + kind, subject, message));
    }
}
