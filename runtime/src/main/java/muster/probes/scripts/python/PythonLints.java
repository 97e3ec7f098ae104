package muster.probes.scripts.python;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import muster.audit.Finding;
import muster.observation.Findings;
import muster.probes.data.Catalogue;
import muster.probes.scripts.sql.NameRule;
import org.jspecify.annotations.Nullable;

/// Compares what a Python script holds for true with the tables that are there and with the rule for their names.
public final class PythonLints {
    private final PythonInspector inspector;
    private final Catalogue catalogue;
    private final NameRule rule;
    private final AtomicReference<@Nullable Judged> judged = new AtomicReference<>();

    /// The names of all tables that the rule is about.
    private record Judged(List<String> legal, List<String> illegal) {}

    public PythonLints(PythonInspector inspector, Catalogue catalogue, NameRule rule) {
        this.inspector = inspector;
        this.catalogue = catalogue;
        this.rule = rule;
    }

    List<Finding> of(String path, PythonFacts.Source facts) throws InterruptedException {
        var findings = new ArrayList<Finding>();
        facts.constants().patterns().forEach(pattern -> findings.addAll(lenient(path, pattern)));
        if (!facts.constants().amounts().isEmpty()) {
            findings.addAll(Contradictions.of(path, facts.constants().amounts(), inspector.everything()));
        }
        return findings;
    }

    /// Renames that have been done already. A dictionary of renames says what is to be done, not what may be.
    List<Finding> stale(String path, PythonFacts.Source facts) {
        boolean renames = facts.texts().stream().anyMatch(text -> text.text().contains("RENAME"));
        return renames && catalogue.standing() != Catalogue.Standing.UNKNOWN
                ? facts.constants().renames().stream()
                        .flatMap(one -> stale(path, one).stream())
                        .toList()
                : List.of();
    }

    private List<Finding> stale(String path, PythonFacts.Renames renames) {
        var done = renames.pairs().entrySet().stream()
                .filter(pair -> !isThere(pair.getKey()) && isThere(pair.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (done.isEmpty()) {
            return List.of();
        }
        var place = path + ":" + renames.line();
        var message = done.size() + " of " + renames.pairs().size() + " renames cannot be done: " + done.getFirst()
                + " is not there, and " + renames.pairs().get(done.getFirst()) + " is there already";
        return List.of(
                catalogue.isKnown()
                        ? Findings.defect("stale-rename", place, message)
                        : Findings.remark("stale-rename", place, message + ", says " + catalogue.listing()));
    }

    private boolean isThere(String table) {
        return !catalogue.matching(table).isEmpty();
    }

    /// A pattern that most legal names match is about names of tables; it should not match illegal ones.
    private List<Finding> lenient(String path, PythonFacts.Pattern pattern) {
        var names = judged();
        if (names.legal().isEmpty() || names.illegal().isEmpty()) {
            return List.of();
        }
        try {
            var compiled = Pattern.compile(pattern.text());
            long legal = names.legal().stream().filter(compiled::matches).count();
            var accepted = names.illegal().stream().filter(compiled::matches).toList();
            return 2 * legal < names.legal().size() || accepted.isEmpty()
                    ? List.of()
                    : List.of(Findings.remark(
                            "lenient-pattern",
                            path + ":" + pattern.line(),
                            "it accepts " + accepted.size() + " tables' names that the naming rule forbids, such as "
                                    + accepted.getFirst()));
        } catch (PatternSyntaxException e) {
            return List.of();
        }
    }

    private Judged judged() {
        var known = judged.get();
        if (known == null) {
            known = new Judged(named(NameRule.Judgement.LEGAL), named(NameRule.Judgement.ILLEGAL));
            judged.set(known);
        }
        return known;
    }

    private List<String> named(NameRule.Judgement wanted) {
        return catalogue.names().stream()
                .filter(name -> rule.judge(name) == wanted)
                .toList();
    }
}
