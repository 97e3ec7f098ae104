package muster.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import muster.audit.ClaimVerdict;
import muster.audit.Readiness;
import muster.audit.Weight;
import muster.plan.Severity;
import muster.report.SarifResult.Kind;
import muster.report.SarifResult.Level;
import muster.report.SarifResult.Spot;
import org.jspecify.annotations.Nullable;

/// Which results a report has.
final class SarifResults {
    /// Kinds of probe whose target is a path.
    private static final Set<String> PATHS = Set.of("file", "script", "tracked", "written", "directory", "capability");

    private SarifResults() {}

    static Stream<SarifResult> expectations(ReportView view) {
        return view.readiness().stream()
                .map(each -> new SarifResult(
                        SarifRules.EXPECTATION + each.kind(),
                        kind(each.status()),
                        level(each),
                        each.id(),
                        each.title() + ": " + each.status() + ", " + each.reason(),
                        places(each),
                        each.id(),
                        each.evidence()));
    }

    private static Kind kind(Readiness status) {
        return switch (status) {
            case READY -> Kind.PASS;
            case UNKNOWN -> Kind.OPEN;
            case PARTIAL, MISSING, BLOCKED -> Kind.FAIL;
        };
    }

    private static Level level(ReportView.Judged judged) {
        return switch (kind(judged.status())) {
            case PASS, OPEN, REVIEW -> Level.NONE;
            case FAIL -> level(judged.severity());
        };
    }

    private static Level level(@Nullable Severity severity) {
        return severity == null
                ? Level.NOTE
                : switch (severity) {
                    case P0, P1 -> Level.ERROR;
                    case P2 -> Level.WARNING;
                    case P3 -> Level.NOTE;
                };
    }

    /// The line of the directive first, because that is where the expectation is changed.
    private static List<Spot> places(ReportView.Judged judged) {
        var places = new ArrayList<Spot>();
        var source = judged.source();
        if (source != null) {
            places.add(new Spot(source.file(), source.line()));
        }
        var found = PATHS.contains(judged.kind()) && !judged.path().contains(" ");
        if (found) {
            places.add(new Spot(judged.path(), null));
        }
        return places;
    }

    static Stream<SarifResult> claims(ReportView view) {
        return view.claims().stream()
                .map(each -> new SarifResult(
                        SarifRules.CLAIM,
                        kind(each.verdict()),
                        kind(each.verdict()) == Kind.FAIL ? Level.WARNING : Level.NONE,
                        each.id(),
                        each.subject() + ": stated " + each.value() + " " + each.unit()
                                + (each.observed() == null ? "" : ", found " + each.observed()) + " ("
                                + each.because() + ")",
                        spots(each.file(), each.line()),
                        null,
                        each.evidence()));
    }

    private static Kind kind(ClaimVerdict verdict) {
        return switch (verdict) {
            case RIGHT -> Kind.PASS;
            case WRONG, CONTRADICTORY -> Kind.FAIL;
            case UNVERIFIABLE -> Kind.REVIEW;
        };
    }

    static Stream<SarifResult> contradictions(ReportView view) {
        return view.contradictions().stream()
                .map(each -> new SarifResult(
                        SarifRules.CONTRADICTION,
                        Kind.FAIL,
                        Level.WARNING,
                        String.join(",", each.claims()),
                        each.text(),
                        view.claims().stream()
                                .filter(claim -> each.claims().contains(claim.id()))
                                .flatMap(claim -> spots(claim.file(), claim.line()).stream())
                                .toList(),
                        null,
                        List.of()));
    }

    static Stream<SarifResult> findings(ReportView view) {
        return view.findings().stream()
                .map(each -> new SarifResult(
                        SarifRules.FINDING + each.code(),
                        Kind.FAIL,
                        each.weight() == Weight.DEFECT ? Level.ERROR : level(each.severity()),
                        each.place() + " " + each.message(),
                        each.message() + (each.file() == null ? " (" + each.place() + ")" : ""),
                        spots(each.file(), each.line()),
                        each.expectation(),
                        each.evidence()));
    }

    private static List<Spot> spots(@Nullable String file, @Nullable Integer line) {
        return file == null ? List.of() : List.of(new Spot(file, line));
    }
}
