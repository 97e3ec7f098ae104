package muster.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import muster.plan.Location;
import muster.plan.Problem;

/// What is gathered while a plan is read: problems and names.
final class Reading {
    /// Values taken from one plan: a hundred thousand tasks have a third of it; aliases that multiply each other have
    /// more.
    static final int MOST_VALUES = 4_000_000;

    private final List<Problem> problems = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final Names names = new Names();
    private int values;
    private boolean variables;

    /// Problems are sorted by file in the order of opening.
    void opened(String file) {
        files.add(file);
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    Names names() {
        return names;
    }

    boolean failed() {
        return !problems.isEmpty();
    }

    /// False once the plan has too many values; says so the first time.
    boolean spend(int count, Location at) {
        var before = values;
        values = Math.min(MOST_VALUES + 1, values + Math.min(count, MOST_VALUES + 1));
        if (before <= MOST_VALUES && values > MOST_VALUES) {
            add(new Problem(
                    at, "the plan has more than " + MOST_VALUES + " values", "Maybe aliases repeat each other"));
        }
        return values <= MOST_VALUES;
    }

    /// Notes that a text may hold `${name}`: as it is, or made of escapes.
    void look(String text) {
        variables |= text.contains("${") || text.indexOf('\\') >= 0;
    }

    /// False if no text that was read holds `${name}`.
    boolean mayHoldVariables() {
        return variables;
    }

    /// All problems by place, none twice.
    List<Problem> problems() {
        return problems.stream()
                .sorted(Comparator.comparingInt(
                                (Problem problem) -> files.indexOf(problem.at().file()))
                        .thenComparingInt(problem -> problem.at().line())
                        .thenComparingInt(problem -> problem.at().column()))
                .distinct()
                .toList();
    }
}
