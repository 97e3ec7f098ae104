package muster.probes.scripts.sql;

import java.util.List;
import java.util.TreeMap;
import muster.observation.Looked;
import muster.probes.scripts.reading.Reading;

/// Reads a file of SQL.
public record SqlReader(SqlCheck check) {

    public Reading read(Looked.Found file) {
        var text = file.text();
        var tokens = Sql.tokens(text);
        if (tokens.size() >= SqlLexer.MOST) {
            return Reading.unread(file.path(), "it is longer than " + SqlLexer.MOST + " words");
        }
        int depth = 0;
        for (var token : tokens) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth < 0 || (token.kind() == SqlTokenKind.SYMBOL && "'\"`".contains(token.text()))) {
                return Reading.broken(
                        place(file, token.offset()), "nothing is open that " + token.text() + " could close");
            }
        }
        if (depth > 0) {
            return Reading.broken(place(file, text.length()), depth + " parentheses are never closed");
        }
        var uses = SqlParser.parse(text);
        var attributes = new TreeMap<String, String>();
        attributes.put("tables-referenced", String.join(", ", SqlCheck.tables(uses)));
        attributes.put("purpose", text.lines().findFirst().orElse("").replaceFirst("^-+\\s*", ""));
        return new Reading(
                List.of(),
                check.references(
                        uses, check.homes(List.of(uses)), SqlCheck.created(uses), offset -> place(file, offset)),
                SqlCheck.lints(text, offset -> place(file, offset)),
                attributes,
                Reading.Way.NONE);
    }

    private static String place(Looked.Found file, int offset) {
        var before = file.text().substring(0, Math.min(offset, file.text().length()));
        return file.path() + ":" + (1 + before.chars().filter(c -> c == '\n').count());
    }
}
