package muster.probes.scripts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import muster.audit.Finding;
import muster.audit.ProbeResult;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;

/// The way up the assurance levels: it ends at the first that does not hold, or at the one asked for.
final class Climb {
    private final String path;
    private final AssuranceLevel wanted;
    private final List<Finding> findings = new ArrayList<>();

    /// More findings than anybody reads; a hostile file could have millions.
    private static final int MOST = 200;

    private final StringBuilder output = new StringBuilder();
    private AssuranceLevel reached = AssuranceLevel.CLAIMED;
    private ProbeResult stopped = ProbeResult.PASS;
    private String why = "";
    private Duration took = Duration.ZERO;

    Climb(String path, AssuranceLevel wanted) {
        this.path = path;
        this.wanted = wanted;
    }

    String path() {
        return path;
    }

    /// True if this level is asked for and everything below it has held.
    boolean wants(AssuranceLevel level) {
        return stopped == ProbeResult.PASS && level.compareTo(wanted) <= 0;
    }

    void to(AssuranceLevel level) {
        reached = level;
    }

    /// Findings that say something about the script without keeping it from the next level.
    void note(List<Finding> more) {
        findings.addAll(more);
    }

    /// The level holds if no finding is a defect.
    void check(AssuranceLevel level, List<Finding> more) {
        findings.addAll(more);
        if (Findings.anyDefect(more)) {
            stop(
                    ProbeResult.FAIL,
                    more.stream()
                            .filter(one -> Findings.anyDefect(List.of(one)))
                            .findFirst()
                            .orElseThrow()
                            .message());
        } else {
            to(level);
        }
    }

    /// It is there, and more cannot be told.
    void unread(String reason) {
        to(AssuranceLevel.EXISTS);
        stop(ProbeResult.INCONCLUSIVE, reason);
    }

    void stop(ProbeResult result, String reason) {
        stopped = result;
        why = reason;
    }

    void ran(String text, Duration duration) {
        output.append(text);
        took = took.plus(duration);
    }

    Observation observed() {
        boolean defect = Findings.anyDefect(findings);
        var result = stopped == ProbeResult.PASS && defect ? ProbeResult.FAIL : stopped;
        return Observation.of(result, "script", path, summary(defect))
                .reaching(reached)
                .found(findings.size() <= MOST ? findings : cut(findings))
                .printing(output.toString())
                .took(took);
    }

    private static List<Finding> cut(List<Finding> findings) {
        var first = new ArrayList<>(findings.subList(0, MOST));
        var left = findings.size() - MOST;
        first.add(Findings.remark("more-findings", findings.getFirst().place(), left + " findings more"));
        return first;
    }

    private String summary(boolean defect) {
        var name = reached.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        if (!why.isEmpty()) {
            return path + ": " + name + ", no further: " + why;
        }
        long defects = findings.stream()
                .filter(finding -> Findings.anyDefect(List.of(finding)))
                .count();
        return path + ": " + name + (defect ? ", with " + defects + " defects" : "");
    }
}
