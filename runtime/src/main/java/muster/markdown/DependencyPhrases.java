package muster.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the work that a phrase such as `Phase 1 completion` or `job orchestration from DevOps Engineer` means.
/// Where it fits none or several, it asks.
final class DependencyPhrases {
    private static final Pattern NOTHING = Pattern.compile("(?i)\\s*(?:none|nothing|n/?a|-|–|—|no dependenc.*)?\\s*");
    private static final Pattern PHASE = Pattern.compile(
            "(?i)\\b(?:phase|stage|sprint|milestone|wave|iteration|week)s?\\s+(\\d+[a-z]?)(?:\\.(\\d+))?");
    private static final Pattern PARTLY = Pattern.compile("(?i)\\bpartial|\\bor\\b|\\bmostly\\b");
    private static final Pattern PREVIOUS = Pattern.compile("(?i)\\b(?:previous|preceding|prior)\\b");
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[,;]|\\band\\b|&|\\+)\\s*");
    private static final Pattern TOKEN = Pattern.compile("[^\\w.-]+");
    private static final double ENOUGH = 0.6;
    private static final int STEM = 5;

    /// A document with more lines than this is not searched by words, which would take time with their square.
    private static final int MOST_COMPARED = 2000;

    private final Reading reading;
    private final List<PhaseDraft> drafts;
    private final Map<String, List<Work>> codes;

    DependencyPhrases(Reading reading, List<PhaseDraft> drafts) {
        this.reading = reading;
        this.drafts = drafts;
        this.codes = allWork().filter(work -> !work.code().isEmpty()).collect(Collectors.groupingBy(Work::code));
    }

    /// What a phrase stands for: whole phases, whole groups, or single lines.
    record Meant(List<PhaseDraft> phases, List<Group> groups, List<Work> work) {
        static Meant nothing() {
            return new Meant(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        boolean isNothing() {
            return phases.isEmpty() && groups.isEmpty() && work.isEmpty();
        }

        void add(Meant other) {
            phases.addAll(other.phases);
            groups.addAll(other.groups);
            work.addAll(other.work);
        }
    }

    Meant find(String phrase, Group asking, @Nullable Work self) {
        int line = self == null ? asking.section().line() : self.line();
        String bare = phrase.replaceAll("\\([^()]*\\)", " ")
                .replaceFirst("\\.\\s*$", "")
                .strip();
        if (NOTHING.matcher(bare).matches()) {
            return Meant.nothing();
        }
        Meant whole = one(bare, asking, self);
        if (whole.isNothing()) {
            Arrays.stream(BETWEEN.split(bare))
                    .map(part -> one(part, asking, self))
                    .forEach(whole::add);
        }
        if (whole.isNothing()) {
            reading.notes()
                    .ask(
                            line,
                            "Which work is meant by '" + Phrases.brief(phrase, 80) + "'?",
                            "Nothing in the document fits, or several things do; no dependency was set.");
        } else if (PARTLY.matcher(bare).find()) {
            reading.notes()
                    .ask(
                            line,
                            "Which part is enough for '" + Phrases.brief(phrase, 80) + "'?",
                            "Until that is decided, all of it has to be done before.");
        }
        return whole;
    }

    private Meant one(String phrase, Group asking, @Nullable Work self) {
        Meant meant = Meant.nothing();
        meant.work().addAll(byCode(phrase));
        PHASE.matcher(phrase).results().forEach(match -> meant.add(numbered(match)));
        if (meant.isNothing() && PREVIOUS.matcher(phrase).find()) {
            meant.add(before(asking));
        }
        if (meant.isNothing()) {
            meant.add(byWords(phrase, asking, self));
        }
        return meant;
    }

    private List<Work> byCode(String phrase) {
        return TOKEN.splitAsStream(phrase)
                .distinct()
                .flatMap(token -> codes.getOrDefault(token, List.of()).stream())
                .toList();
    }

    private java.util.stream.Stream<Work> allWork() {
        return drafts.stream().flatMap(draft -> draft.groups().stream()).flatMap(group -> group.work().stream());
    }

    private Meant numbered(MatchResult match) {
        Meant meant = Meant.nothing();
        drafts.stream()
                .filter(draft -> draft.number().equalsIgnoreCase(match.group(1)))
                .forEach(draft -> add(meant, draft, match.group(2)));
        drafts.stream()
                .filter(draft -> match.group(2) != null && draft.number().equals(match.group(1) + "." + match.group(2)))
                .forEach(meant.phases()::add);
        return meant;
    }

    /// The phases that a phrase names by number.
    List<PhaseDraft> phasesIn(String phrase) {
        String bare = phrase.replaceAll("\\([^()]*\\)", " ");
        return PHASE.matcher(bare)
                .results()
                .flatMap(match -> numbered(match).phases().stream())
                .toList();
    }

    private static void add(Meant meant, PhaseDraft draft, @Nullable String part) {
        if (part == null) {
            meant.phases().add(draft);
        } else {
            group(draft, part).forEach(meant.groups()::add);
        }
    }

    /// The n-th group of a phase, which documents call `Phase 3.n`.
    static List<Group> group(PhaseDraft draft, String part) {
        int number = Numbers.count(part);
        return number >= 1 && number <= draft.groups().size()
                ? List.of(draft.groups().get(number - 1))
                : List.of();
    }

    private Meant before(Group asking) {
        Meant meant = Meant.nothing();
        List<Group> groups =
                drafts.stream().flatMap(draft -> draft.groups().stream()).toList();
        int at = groups.indexOf(asking);
        if (at > 0) {
            meant.groups().add(groups.get(at - 1));
        }
        return meant;
    }

    private Meant byWords(String phrase, Group asking, @Nullable Work self) {
        String subject = phrase.replaceFirst("(?i)\\s+(?:from|by)\\s+.*$", "");
        List<String> words = Phrases.words(subject);
        Meant meant = Meant.nothing();
        if (allWork().limit(MOST_COMPARED + 1L).count() > MOST_COMPARED) {
            return meant;
        }
        List<Group> groups = drafts.stream()
                .flatMap(draft -> draft.groups().stream())
                .filter(group -> !group.equals(asking))
                .toList();
        Group best = best(groups, group -> fit(words, group.title()));
        if (best != null) {
            meant.groups().add(best);
            return meant;
        }
        Work line = best(candidates(asking, self), candidate -> fit(words, Headings.bare(candidate.title())));
        if (line != null) {
            meant.work().add(line);
        }
        return meant;
    }

    /// A line may mean any line but itself; a heading means none of its own.
    private List<Work> candidates(Group asking, @Nullable Work self) {
        List<Work> own = self != null && self.part() == Work.Part.WORK ? List.of(self) : asking.work();
        return allWork()
                .filter(line -> line.part() == Work.Part.WORK && !own.contains(line))
                .toList();
    }

    private static <T> @Nullable T best(List<T> candidates, java.util.function.ToDoubleFunction<T> fit) {
        double most = candidates.stream().mapToDouble(fit).max().orElse(0);
        List<T> fitting = candidates.stream()
                .filter(candidate -> fit.applyAsDouble(candidate) == most)
                .toList();
        return most >= ENOUGH && fitting.size() == 1 ? fitting.getFirst() : null;
    }

    /// The share of the words that the title has too; endings do not count.
    static double fit(List<String> words, String title) {
        List<String> stems =
                Phrases.words(title).stream().map(DependencyPhrases::stem).toList();
        long shared = words.stream()
                .map(DependencyPhrases::stem)
                .filter(stems::contains)
                .count();
        return words.isEmpty() ? 0 : (double) shared / words.size();
    }

    private static String stem(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.length() <= STEM ? lower : lower.substring(0, STEM);
    }

    static List<Work> all(Meant meant) {
        List<Work> all = new ArrayList<>(meant.work());
        meant.groups().forEach(group -> all.addAll(group.work()));
        meant.phases().forEach(phase -> all.addAll(phase.work()));
        return all;
    }
}
