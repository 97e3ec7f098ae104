package muster.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import muster.plan.Problem;
import org.jspecify.annotations.Nullable;

/// What is gathered while a plan is read: problems and names.
final class Reading {
    /// Values taken from one plan: a hundred thousand tasks have a third of it; aliases that multiply each other have
    /// more. A text may have as many as it has characters, since without aliases it cannot have more.
    static final int MOST_VALUES = 4_000_000;

    /// Texts kept for each form.
    private static final int MOST_PARSED = 1_000;

    private final List<Problem> problems = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final Names names = new Names();

    /// What equal texts were parsed to: large plans state the same few durations again and again.
    private final IdentityHashMap<PatternForm<?>, Map<String, Object>> parsed = new IdentityHashMap<>();

    private int mostValues = MOST_VALUES;
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
    boolean spend(int count, Value at) {
        var before = values;
        values = Math.min(mostValues + 1, values + Math.min(count, mostValues + 1));
        if (before <= mostValues && values > mostValues) {
            add(new Problem(
                    at.place(), "the plan has more than " + mostValues + " values", "Maybe aliases repeat each other"));
        }
        return values <= mostValues;
    }

    /// The same, but false, and nothing spent, if the plan had too many then.
    boolean spendIfThere(int count) {
        boolean there = values + count <= mostValues;
        values += there ? count : 0;
        return there;
    }

    @SuppressWarnings("unchecked")
    <T> @Nullable T parsed(PatternForm<T> form, String text) {
        var known = parsed.get(form);
        return known == null ? null : (T) known.get(text);
    }

    /// Keeps what a text was parsed to, and gives it back.
    <T> T keep(PatternForm<T> form, String text, T value) {
        var known = parsed.computeIfAbsent(form, _ -> new HashMap<>());
        if (known.size() < MOST_PARSED) {
            known.put(text, value);
        }
        return value;
    }

    /// Notes that a text may hold `${name}`: as it is, or made of escapes.
    void look(String text) {
        variables |= text.contains("${") || text.indexOf('\\') >= 0;
        mostValues = Math.max(mostValues, text.length());
    }

    /// The same for a plain text.
    void look(PlainBytes text) {
        variables |= text.mayHoldVariables();
        mostValues = Math.max(mostValues, text.bytes().length);
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
