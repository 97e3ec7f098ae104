package muster.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import muster.packs.warehouse.naming.ColumnReading;
import muster.wiring.NamingAudit;
import muster.wiring.NamingComparison;

/// An audit of names as lines for people.
final class NamingAuditLines {
    private static final int SHOWN = 10;

    private NamingAuditLines() {}

    /// Standard by standard; then, if there are several, where they disagree.
    static List<String> of(NamingComparison comparison) {
        var lines = new ArrayList<String>();
        comparison.audits().forEach(each -> lines.addAll(lines(each)));
        if (comparison.audits().size() > 1) {
            var disagreements = comparison.disagreements();
            lines.add("the standards' last definitions disagree on " + disagreements.size() + " names");
            disagreements.entrySet().stream()
                    .limit(SHOWN)
                    .forEach(each -> lines.add("  " + Visible.inLine(each.getKey()) + ": " + answers(each.getValue())));
        }
        return lines;
    }

    private static String answers(List<NamingComparison.Answer> answers) {
        return answers.stream()
                .map(each -> "%s %s %s %s"
                        .formatted(
                                each.standard().name(),
                                each.standard().version(),
                                each.definition(),
                                each.violated() ? "violation" : "ok"))
                .collect(Collectors.joining(", "));
    }

    private static List<String> lines(NamingAudit audit) {
        return switch (audit) {
            case NamingAudit.Tables tables -> lines(tables);
            case NamingAudit.Columns columns -> lines(columns);
        };
    }

    private static List<String> lines(NamingAudit.Tables audit) {
        var lines = new ArrayList<String>();
        lines.add(audit.verdicts().size() + " tables by " + audit.standard().name() + " on " + audit.day());
        for (var reading : audit.standard().readings().stream().sorted().toList()) {
            lines.add(line(
                    reading + " " + reading.title(),
                    audit.verdicts().stream()
                            .filter(each -> each.violated().contains(reading))
                            .map(each -> each.table())
                            .toList()));
        }
        objections(audit, lines);
        audit.mentions()
                .forEach(each -> lines.add(each.at() + ": there is no table " + each.name()
                        + (each.meant() == null ? "" : "\nMaybe '" + each.meant() + "' is meant")));
        return lines;
    }

    /// Names that would follow and break the grammar themselves: a person has to decide what becomes of these tables.
    private static void objections(NamingAudit.Tables audit, List<String> lines) {
        var undecided = new ArrayList<String>();
        for (var verdict : audit.verdicts()) {
            var target = verdict.target().name();
            var objection = target == null ? null : audit.standard().objection(target);
            if (objection != null) {
                undecided.add("    " + Visible.inLine(verdict.table()) + ": " + target
                        + " would break the standard too: " + objection);
            }
        }
        if (!undecided.isEmpty()) {
            lines.add("  undecided, since the name that follows breaks the standard too: " + undecided.size());
            undecided.stream().limit(SHOWN).forEach(lines::add);
        }
    }

    private static List<String> lines(NamingAudit.Columns audit) {
        var lines = new ArrayList<String>();
        lines.add(audit.verdicts().size() + " columns by " + audit.standard().name());
        for (var reading : ColumnReading.values()) {
            lines.add(line(
                    reading + " " + reading.title(),
                    audit.verdicts().stream()
                            .filter(each -> each.violated().contains(reading))
                            .map(each -> each.column())
                            .toList()));
        }
        return lines;
    }

    private static String line(String reading, List<String> names) {
        var some = names.stream().limit(SHOWN).map(Visible::inLine).collect(Collectors.joining(", "));
        return "  " + reading + ": " + names.size() + " violations" + (names.isEmpty() ? "" : ": " + some)
                + (names.size() > SHOWN ? ", ..." : "");
    }
}
