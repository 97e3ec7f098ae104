package muster.probes.scripts.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the tables and columns in SQL of any dialect. It knows where names stand, not what else a dialect
/// allows; what it does not understand it leaves out, so that it names only what is there.
public final class SqlParser {
    private static final Set<String> KEYWORDS =
            Set.copyOf(Arrays.asList("""
                ALL AND ANY AS ASC BETWEEN BY CASE CAST COLLATE CROSS CURRENT DAY DEFAULT DELETE DESC DISTINCT ELSE END ESCAPE
                EXCEPT EXCLUDE EXISTS FALSE FETCH FILTER FIRST FOLLOWING FOR FROM FULL GROUP GROUPING GROUPS HAVING HOUR IF
                IGNORE ILIKE IN INNER INSERT INTERSECT INTERVAL INTO IS ISNULL JOIN LAST LATERAL LEFT LIKE LIMIT MINUTE MONTH
                NATURAL NO NOT NOTNULL NULL NULLS OFFSET ON OPTIONS OR ORDER OUTER OVER PARTITION PIVOT PRECEDING QUALIFY QUARTER
                RANGE REGEXP REPLACE RESPECT RIGHT RLIKE ROW ROWS SECOND SELECT SET SIMILAR SOME STRUCT SYSTEM TABLE TABLESAMPLE
                THEN TIES TO TRUE UNBOUNDED UNION UNIQUE UNPIVOT UPDATE USING VALUES VIEW WEEK WHEN WHERE WINDOW WITH WITHIN YEAR
                ANTI SEMI ASOF POSITIONAL CLUSTER DATE DATETIME TIME TIMESTAMP CURRENT_DATE CURRENT_TIMESTAMP CURRENT_TIME ARRAY
                ROLLUP CUBE SETS OTHERS MATERIALIZED RECURSIVE KEY PRIMARY FOREIGN REFERENCES CHECK CONSTRAINT RETURNING CONFLICT
                DO NOTHING MATCHED EXPLAIN ANALYZE CLONE COPY LANGUAGE DETERMINISTIC IMMUTABLE ZONE AT ISODOW ISOWEEK DAYOFWEEK
                """.strip().split("\\s+", -1)));

    /// Deeper nesting nobody writes; what lies deeper is left out.
    private static final int DEEPEST = 60;

    private final List<SqlToken> tokens;
    private final Set<String> named = new HashSet<>();
    private final List<SqlUses.Table> tables = new ArrayList<>();
    private final List<SqlUses.Query> queries = new ArrayList<>();
    private int depth;

    private SqlParser(List<SqlToken> tokens) {
        this.tokens = tokens;
    }

    public static SqlUses parse(String text) {
        var parser = new SqlParser(Sql.tokens(Sql.withHoles(text)));
        parser.nameSubqueries();
        parser.statements();
        return new SqlUses(List.copyOf(parser.tables), List.copyOf(parser.queries));
    }

    private void nameSubqueries() {
        for (int i = 0; i + 3 < tokens.size(); i++) {
            if (tokens.get(i).isName() && is(i + 1, "AS") && is(i + 2, "(") && begins(i + 3)) {
                named.add(lower(bare(tokens.get(i).text())));
            }
        }
    }

    private void statements() {
        int from = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            if (i == tokens.size() || is(i, ";")) {
                statement(from, i);
                from = i + 1;
            }
        }
    }

    private void statement(int from, int to) {
        int after = head(from);
        query(after, to, null);
    }

    /// The table that a statement is about, if it does not begin with a query; the index after it.
    private int head(int i) {
        if (is(i, "INSERT") || is(i, "MERGE") || is(i, "UPDATE") || is(i, "TRUNCATE")) {
            return named(skip(i + 1, "INTO", "OVERWRITE", "TABLE"), SqlUses.Role.WRITE);
        }
        if (is(i, "ALTER")) {
            return altered(i);
        }
        if (is(i, "DROP")) {
            return named(skip(i + 1, "TABLE", "VIEW", "IF", "EXISTS"), SqlUses.Role.DROP);
        }
        if (is(i, "CREATE")) {
            int name = skip(
                    i + 1,
                    "OR",
                    "REPLACE",
                    "TEMP",
                    "TEMPORARY",
                    "EXTERNAL",
                    "MATERIALIZED",
                    "SNAPSHOT",
                    "TABLE",
                    "VIEW",
                    "IF",
                    "NOT",
                    "EXISTS");
            return is(name, "FUNCTION") || is(name, "SCHEMA") || is(name, "INDEX") || is(name, "MACRO")
                    ? tokens.size()
                    : named(name, SqlUses.Role.CREATE);
        }
        return i;
    }

    private int altered(int i) {
        int after = named(skip(i + 1, "TABLE", "VIEW", "IF", "EXISTS"), SqlUses.Role.WRITE);
        if (is(after, "RENAME") && is(after + 1, "TO")) {
            named(after + 2, SqlUses.Role.CREATE);
        }
        return tokens.size();
    }

    private int named(int i, SqlUses.Role role) {
        if (i >= tokens.size() || !tokens.get(i).isName()) {
            return i;
        }
        int after = pathEnd(i);
        tables.add(new SqlUses.Table(path(i, after), role, tokens.get(i).offset()));
        return after;
    }

    private void query(int from, int to, SqlUses.@Nullable Query outer) {
        if (depth >= DEEPEST) {
            return;
        }
        depth++;
        parts(from, to, outer);
        depth--;
    }

    private void parts(int from, int to, SqlUses.@Nullable Query outer) {
        var query = SqlUses.Query.inside(outer);
        queries.add(query);
        boolean reading = false;
        for (int i = from; i < to; i++) {
            if (is(i, "UNION") || is(i, "INTERSECT") || (is(i, "EXCEPT") && !is(i + 1, "("))) {
                query(i + 1, to, outer);
                return;
            }
            if (isFrom(i) || is(i, "JOIN") || (reading && is(i, ","))) {
                i = source(i + 1, to, query) - 1;
                reading = true;
            } else if (is(i, "WHERE") || is(i, "GROUP") || is(i, "ORDER") || is(i, "WINDOW") || is(i, "SELECT")) {
                reading = false;
            } else {
                i = expression(i, to, query);
            }
        }
    }

    /// One token of an expression, or all that its parenthesis holds; the index of the last token dealt with.
    private int expression(int i, int to, SqlUses.Query query) {
        if (!is(i, "(")) {
            return column(i, query);
        }
        int end = Math.min(close(i), to);
        if (begins(i + 1)) {
            query(i + 1, end, query);
        } else if (depth < DEEPEST) {
            depth++;
            for (int j = i + 1; j < end; j++) {
                j = expression(j, end, query);
            }
            depth--;
        }
        return end;
    }

    private int source(int i, int to, SqlUses.Query query) {
        if (i >= to) {
            return i;
        }
        if (is(i, "(")) {
            int end = expression(i, to, query);
            return alias(end + 1, null, query);
        }
        if (!tokens.get(i).isName()) {
            return alias(i + 1, null, query);
        }
        int after = pathEnd(i);
        if (is(after, "(")) {
            return alias(expression(after, to, query) + 1, null, query);
        }
        var table = new SqlUses.Table(
                path(i, after), SqlUses.Role.READ, tokens.get(i).offset());
        boolean derived = table.path().size() == 1 && named.contains(lower(table.name()));
        if (!derived) {
            tables.add(table);
        }
        return alias(after, derived ? null : table, query);
    }

    private int alias(int i, SqlUses.@Nullable Table table, SqlUses.Query query) {
        int name = is(i, "AS") ? i + 1 : i;
        boolean given = name < tokens.size() && tokens.get(name).isName() && !isKeyword(name);
        var alias = given ? bare(tokens.get(name).text()) : table == null ? "" : table.name();
        query.sources().add(new SqlUses.Source(table, lower(alias)));
        return given ? name + 1 : name;
    }

    private int column(int i, SqlUses.Query query) {
        var token = tokens.get(i);
        if (!token.isName() || isKeyword(i)) {
            return i;
        }
        int after = pathEnd(i);
        var path = path(i, after);
        if (isAlias(i)) {
            query.aliases().add(lower(path.getLast()));
        } else if (!is(after, "(") && !isNameOfWindow(i, after) && !isTyped(after) && path.size() <= 2) {
            var qualifier = path.size() == 2 ? lower(path.getFirst()) : "";
            query.columns().add(new SqlUses.Column(qualifier, path.getLast(), token.offset()));
        }
        return after - 1;
    }

    /// A name after AS, or right behind the end of another expression.
    private boolean isAlias(int i) {
        if (i == 0 || is(i - 1, "AS")) {
            return i > 0;
        }
        var before = tokens.get(i - 1);
        boolean ends = (before.isName() && !isKeyword(i - 1))
                || before.kind() == SqlTokenKind.NUMBER
                || before.kind() == SqlTokenKind.STRING
                || before.is(")")
                || before.is("END");
        return ends && !before.is(",");
    }

    private boolean isNameOfWindow(int i, int after) {
        return is(i - 1, "OVER") || is(i - 1, "WINDOW") || (is(after, "AS") && is(after + 1, "("));
    }

    /// `DATE '2020-01-01'` and the like.
    private boolean isTyped(int after) {
        return after < tokens.size() && tokens.get(after).kind() == SqlTokenKind.STRING;
    }

    private boolean isFrom(int i) {
        return is(i, "FROM") && !is(i - 1, "DISTINCT");
    }

    private boolean begins(int i) {
        return is(i, "SELECT") || is(i, "WITH") || is(i, "FROM");
    }

    private boolean isKeyword(int i) {
        var token = tokens.get(i);
        return token.kind() == SqlTokenKind.WORD
                && KEYWORDS.contains(token.text().toUpperCase(Locale.ROOT));
    }

    private int skip(int i, String... words) {
        int next = i;
        while (next < tokens.size() && Arrays.stream(words).anyMatch(tokens.get(next)::is)) {
            next++;
        }
        return next;
    }

    private int pathEnd(int i) {
        int end = i + 1;
        while (is(end, ".") && end + 1 < tokens.size() && tokens.get(end + 1).isName()) {
            end += 2;
        }
        return end;
    }

    private List<String> path(int from, int to) {
        var path = new ArrayList<String>();
        for (int i = from; i < to; i += 2) {
            path.addAll(Arrays.asList(bare(tokens.get(i).text()).split("\\.", -1)));
        }
        return path.isEmpty() ? List.of("") : path;
    }

    private int close(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += is(i, "(") ? 1 : is(i, ")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    private boolean is(int i, String word) {
        return i >= 0 && i < tokens.size() && tokens.get(i).is(word);
    }

    private static String bare(String name) {
        return name.replace("`", "").replace("\"", "");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
