package muster.report;

import java.util.List;

/// The short document: the decision and what it follows from. All texts are raw; the template escapes them.
///
/// @param reasons why, strongest first
/// @param toGo what would make it GO
/// @param answers one entry per question
/// @param wrong claims and totals that are wrong
/// @param untested what was not tested
public record Summary(
        String title,
        List<Field> overview,
        List<String> reasons,
        List<String> toGo,
        List<Entry> answers,
        List<String> blockers,
        List<String> wrong,
        List<String> untested) {
    public Summary {
        overview = List.copyOf(overview);
        reasons = List.copyOf(reasons);
        toGo = List.copyOf(toGo);
        answers = List.copyOf(answers);
        blockers = List.copyOf(blockers);
        wrong = List.copyOf(wrong);
        untested = List.copyOf(untested);
    }
}
