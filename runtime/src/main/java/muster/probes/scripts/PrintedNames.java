package muster.probes.scripts;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import muster.audit.Finding;
import muster.observation.Findings;
import muster.probes.scripts.sql.NameRule;
import muster.probes.scripts.sql.Sql;
import muster.probes.scripts.sql.SqlCheck;
import muster.probes.scripts.sql.SqlParser;

/// Names of tables that a dry run prints: a line that is nothing but a name, or a name that printed SQL brings
/// into
/// being.
final class PrintedNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,60}(?:_[A-Za-z0-9]{1,60}){1,20}");

    private PrintedNames() {}

    static List<Finding> illegal(String path, String printed, NameRule rule) {
        var names = new TreeSet<String>();
        printed.lines().map(String::strip).forEach(line -> {
            if (NAME.matcher(line).matches()) {
                names.add(line);
            } else if (Sql.looksLike(line)) {
                names.addAll(SqlCheck.created(SqlParser.parse(line)));
            }
        });
        var illegal = names.stream()
                .filter(name -> rule.judge(name) == NameRule.Judgement.ILLEGAL)
                .toList();
        if (illegal.isEmpty()) {
            return List.of();
        }
        var message = "running dry, it prints " + names.size() + " names, " + illegal.size()
                + " of which the naming rule forbids, such as " + illegal.getFirst();
        return List.of(Findings.defect("illegal-name", path, message));
    }
}
