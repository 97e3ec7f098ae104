package muster.probes.scripts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import muster.audit.Finding;
import muster.audit.ProbeResult;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;

/// The way up the assurance levels: it ends at the first that does not hold, or at the one asked for.
final class Climb {
    /// Whether somebody asked for the levels that are tried.
    private enum Demand {
        ASKED("script"),
        BEYOND("trial");

        private final String kind;

        Demand(String kind) {
            this.kind = kind;
        }
    }

    private final Demand demand;
    private final SortedMap<String, String> attributes = new TreeMap<>();
    private final String path;
    private final AssuranceLevel wanted;
    private final List<Finding> findings = new ArrayList<>();

    /// More findings than anybody reads; a hostile file could have millions.
    private static final int MOST = 200;

    private final StringBuilder output = new StringBuilder();
    private AssuranceLevel reached = AssuranceLevel.CLAIMED;
    private ProbeResult stopped = ProbeResult.PASS;
    private String why = "";
    private boolean ended;
    private Duration took = Duration.ZERO;

    Climb(String path, AssuranceLevel wanted) {
        this(path, wanted, Demand.ASKED);
    }

    private Climb(String path, AssuranceLevel wanted, Demand demand) {
        this.path = path;
        this.wanted = wanted;
        this.demand = demand;
    }

    /// Further than anybody asked, from where its references have resolved.
    static Climb beyond(String path, AssuranceLevel wanted) {
        var climb = new Climb(path, wanted, Demand.BEYOND);
        climb.to(AssuranceLevel.REFERENCES_RESOLVE);
        return climb;
    }

    String path() {
        return path;
    }

    /// True if this level is asked for and everything below it has held.
    boolean wants(AssuranceLevel level) {
        return stopped == ProbeResult.PASS && !ended && level.compareTo(wanted) <= 0;
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

    /// It does not get to the next level. Where nobody asked for that, it is no failing.
    void fail(String code, String place, String message) {
        switch (demand) {
            case ASKED -> {
                findings.add(Findings.defect(code, place, message));
                stop(ProbeResult.FAIL, message);
            }
            case BEYOND -> {
                findings.add(Findings.remark(code, place, message));
                stop(ProbeResult.INCONCLUSIVE, message);
            }
        }
    }

    /// It ran into a limit, which a trial that nobody asked for may have set too low.
    void exhausted(String message) {
        findings.add(
                switch (demand) {
                    case ASKED -> Findings.defect("limit-reached", path, message);
                    case BEYOND -> Findings.remark("limit-reached", path, message);
                });
    }

    /// It does not offer what the next level tries.
    void lacks(String code, String message) {
        switch (demand) {
            case ASKED -> {
                findings.add(Findings.remark(code, path, message));
                stop(ProbeResult.FAIL, message);
            }
            case BEYOND -> ended = true;
        }
    }

    /// Files that it changed when it was to change none. Where nobody asked for the trial, new files are no failing.
    ///
    /// @param before whether a file was there before
    void changed(String code, String when, List<String> files, Predicate<String> before) {
        if (files.isEmpty()) {
            return;
        }
        boolean fails = demand == Demand.ASKED || files.stream().anyMatch(before);
        var message = when + ", it changed " + String.join(", ", files);
        findings.add(fails ? Findings.defect(code, path, message) : Findings.remark(code, path, message));
    }

    /// A measured value.
    void tell(SortedMap<String, String> values) {
        attributes.putAll(values);
    }

    /// True if all that was tried has held.
    boolean isHolding() {
        return stopped == ProbeResult.PASS;
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
        boolean stands =
                stopped == ProbeResult.PASS || (demand == Demand.BEYOND && stopped == ProbeResult.INCONCLUSIVE);
        var result = stands && defect ? ProbeResult.FAIL : stopped;
        return Observation.of(result, demand.kind, path, summary(defect))
                .reaching(reached)
                .with(attributes)
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
