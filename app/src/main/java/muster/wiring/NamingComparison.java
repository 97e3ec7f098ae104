package muster.wiring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import muster.packs.warehouse.naming.ColumnReading;
import muster.packs.warehouse.naming.NamingStandard;

/// One list of names, judged by several standards: each count with the standard and the definition that it belongs to.
///
/// @param audits one for each standard, of the same names
public record NamingComparison(List<NamingAudit> audits) {
    public NamingComparison {
        audits = List.copyOf(audits);
    }

    /// How many names violate a definition of a standard.
    ///
    /// @param definition such as `R5`
    /// @param title the name under which its counts are quoted
    public record Count(NamingStandard standard, String definition, String title, long violations) {}

    /// What the last definition of a standard says of a name.
    public record Answer(NamingStandard standard, String definition, boolean violated) {}

    /// All counts, standard by standard.
    public List<Count> counts() {
        var counts = new ArrayList<Count>();
        for (var audit : audits) {
            definitions(audit)
                    .forEach((definition, title) -> counts.add(new Count(
                            audit.standard(),
                            definition,
                            title,
                            violated(audit).values().stream()
                                    .filter(each -> each.contains(definition))
                                    .count())));
        }
        return counts;
    }

    /// The names of which the standards' last definitions do not say the same, in the order of the list.
    public Map<String, List<Answer>> disagreements() {
        var all = audits.stream().map(NamingComparison::answers).toList();
        var disagreements = new LinkedHashMap<String, List<Answer>>();
        for (var name : all.getFirst().keySet()) {
            var answers = all.stream().map(each -> each.get(name)).toList();
            if (answers.stream().map(Answer::violated).distinct().count() > 1) {
                disagreements.put(name, answers);
            }
        }
        return disagreements;
    }

    private static Map<String, Answer> answers(NamingAudit audit) {
        var last = definitions(audit).lastEntry().getKey();
        var answers = new LinkedHashMap<String, Answer>();
        violated(audit)
                .forEach((name, violated) ->
                        answers.put(name, new Answer(audit.standard(), last, violated.contains(last))));
        return answers;
    }

    private static LinkedHashMap<String, String> definitions(NamingAudit audit) {
        var definitions = new LinkedHashMap<String, String>();
        switch (audit) {
            case NamingAudit.Tables tables ->
                tables.standard().readings().stream()
                        .sorted()
                        .forEach(each -> definitions.put(each.name(), each.title()));
            case NamingAudit.Columns _ -> {
                for (var each : ColumnReading.values()) {
                    definitions.put(each.name(), each.title());
                }
            }
        }
        return definitions;
    }

    private static Map<String, Set<String>> violated(NamingAudit audit) {
        var violated = new LinkedHashMap<String, Set<String>>();
        switch (audit) {
            case NamingAudit.Tables tables ->
                tables.verdicts().forEach(each -> violated.put(each.table(), names(each.violated())));
            case NamingAudit.Columns columns ->
                columns.verdicts().forEach(each -> violated.put(each.column(), names(each.violated())));
        }
        return violated;
    }

    private static Set<String> names(Set<? extends Enum<?>> readings) {
        return readings.stream().map(Enum::name).collect(Collectors.toSet());
    }
}
