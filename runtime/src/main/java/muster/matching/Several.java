package muster.matching;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import muster.matching.Verdict.Outcome;
import muster.plan.Matcher;

/// Matchers made of matchers. One that makes no sense makes no sense of the whole, so that it is seen at once and not
/// only when the others fail.
final class Several {
    private Several() {}

    static Verdict all(List<Matcher> matchers, Value value) {
        var verdicts = matchers.stream().map(one -> Matching.match(one, value)).toList();
        return whole(verdicts, verdicts.stream().allMatch(Verdict::matches));
    }

    static Verdict any(List<Matcher> matchers, Value value) {
        var verdicts = matchers.stream().map(one -> Matching.match(one, value)).toList();
        return whole(verdicts, verdicts.stream().anyMatch(Verdict::matches));
    }

    static Verdict each(Matcher matcher, List<Value> values) {
        var verdicts = values.stream().map(one -> Matching.match(matcher, one)).toList();
        return whole(verdicts, verdicts.stream().allMatch(Verdict::matches));
    }

    private static Verdict whole(List<Verdict> verdicts, boolean holds) {
        if (verdicts.isEmpty()) {
            return Verdict.invalid("no matcher is given, so that nothing is expected");
        }
        var invalid = first(verdicts, one -> one.outcome() == Outcome.INVALID);
        return invalid.isEmpty()
                ? Verdict.of(holds, first(verdicts, one -> one.matches() == holds))
                : Verdict.invalid(invalid);
    }

    /// The first few reasons of a kind.
    private static String first(List<Verdict> verdicts, Predicate<Verdict> wanted) {
        return verdicts.stream()
                .filter(wanted)
                .limit(3)
                .map(Verdict::why)
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
