package muster.markdown;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.plan.AssuranceLevel;
import muster.plan.Need;
import muster.plan.Probe;
import org.jspecify.annotations.Nullable;

/// Scripts and tools that must exist although no path is given: items in bold under a label such as `Required scripts`.
/// Where the document asks how long one takes to make, so does the plan; nothing is guessed.
final class CapabilityExpectations {
    private static final Pattern LABEL = Pattern.compile(
            "(?i).*\\b(?:required|needed|necessary|missing)\\b.*\\b(?:scripts?|tools?|programs?|jobs?|pipelines?|queries|migrations?)\\b.*");
    private static final Pattern HOW_LONG =
            Pattern.compile("(?i)\\bhow long|\\bestimate\\b|\\btime to (?:create|build|write)");
    private static final Set<String> KIND = Set.of(
            "script",
            "scripts",
            "tool",
            "tools",
            "job",
            "jobs",
            "program",
            "pipeline",
            "query",
            "queries",
            "required",
            "new",
            "file",
            "files",
            "if",
            "exist",
            "exists",
            "any");

    private final Reading reading;
    private final @Nullable Target target;
    private final SampleRemedies samples;

    CapabilityExpectations(Reading reading, @Nullable Target target, SampleRemedies samples) {
        this.reading = reading;
        this.target = target;
        this.samples = samples;
    }

    List<Expected> extract() {
        return reading.document()
                .entries()
                .filter(this::isCapability)
                .map(this::expected)
                .toList();
    }

    /// The words of a title that a candidate's name must contain.
    static List<String> words(String title) {
        List<String> words = Phrases.words(Headings.bare(title)).stream()
                .filter(word -> !KIND.contains(word))
                .toList();
        return words.isEmpty() ? Phrases.words(title) : words;
    }

    private boolean isCapability(Entry entry) {
        String over = entry.label() == null ? entry.section().title() : entry.under();
        return LABEL.matcher(over).matches()
                && entry.item().tick() == Item.Tick.NONE
                && entry.text().lead() != null
                && entry.text().leadingCode() == null;
    }

    private Expected expected(Entry entry) {
        String lead = Stream.ofNullable(entry.text().lead()).findFirst().orElse("");
        if (HOW_LONG.matcher(entry.text().rest()).find()) {
            reading.notes()
                    .ask(
                            entry.line(),
                            "How long does it take to create: " + lead + "?",
                            "The document asks for it: '"
                                    + Phrases.brief(entry.text().plain(), 160)
                                    + "'. "
                                    + meanwhile(lead));
        }
        List<muster.plan.PhaseId> phases = target == null ? List.of() : target.phasesOf(entry.section(), entry.under());
        return new Expected(
                lead,
                title(entry, lead),
                entry.label() == null ? entry.section().title() : entry.under(),
                Need.REQUIRED,
                AssuranceLevel.REFERENCES_RESOLVE,
                new Probe.Capability(words(lead), null),
                null,
                phases,
                entry.line());
    }

    /// What is taken until that is decided.
    private String meanwhile(String name) {
        return samples.about(name)
                .map(sample -> "An example in it, '" + Phrases.brief(sample.title(), 80) + "', says '"
                        + Phrases.brief(sample.time(), 80) + "'; that is taken until it is decided.")
                .findFirst()
                .orElse("It says no time itself.");
    }

    /// The name with the parenthesis that follows it at once, such as a count.
    private static String title(Entry entry, String lead) {
        String rest = entry.text().rest();
        int close = rest.startsWith("(") ? rest.indexOf(')') : -1;
        return close < 0 ? lead : lead + " " + rest.substring(0, close + 1);
    }
}
