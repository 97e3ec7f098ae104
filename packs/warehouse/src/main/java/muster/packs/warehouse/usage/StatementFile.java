package muster.packs.warehouse.usage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.WrongFile;
import muster.packs.warehouse.csv.CsvLine;
import muster.packs.warehouse.csv.CsvText;
import muster.plan.Parsed;
import muster.plan.Problem;

/// Reads statements from a file that a person names: `.sql` plain SQL, whose time is that of the file; `.json`
/// PostgreSQL's jsonlog; `.csv` a list with a header that names `query` and perhaps `time` and `user`, or
/// PostgreSQL's csvlog, which has no header.
final class StatementFile {
    /// A csvlog of PostgreSQL 13 and later has at least so many columns.
    private static final int CSVLOG_COLUMNS = 23;

    private static final int CSVLOG_TIME = 0;
    private static final int CSVLOG_USER = 1;
    private static final int CSVLOG_MESSAGE = 13;

    private StatementFile() {}

    /// @throws WrongFile with all lines that are wrong
    static List<Statement> read(Path file) throws IOException {
        var text = Arguments.read(file);
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".sql")) {
            return plain(text, Files.getLastModifiedTime(file).toInstant());
        }
        return name.endsWith(".json") ? JsonLog.read(file.toString(), text) : csv(file.toString(), text);
    }

    private static List<Statement> plain(String text, Instant written) {
        return StatementWords.split(text).stream()
                .map(each -> new Statement(each, null, 1, written))
                .toList();
    }

    private static List<Statement> csv(String file, String text) {
        return switch (CsvText.read(file, text)) {
            case Parsed.Failed<List<CsvLine>>(var problems) ->
                throw new WrongFile(problems.stream().map(Problem::toString).toList());
            case Parsed.Ok<List<CsvLine>>(var lines) when lines.isEmpty() -> List.of();
            case Parsed.Ok<List<CsvLine>>(var lines) -> {
                var header = StatementColumns.of(lines.getFirst());
                yield header == null ? csvlog(file, lines) : listed(file, lines.subList(1, lines.size()), header);
            }
        };
    }

    private static List<Statement> listed(String file, List<CsvLine> lines, StatementColumns header) {
        var problems = new ArrayList<String>();
        var statements = new ArrayList<Statement>();
        for (var line : lines) {
            if (line.cells().size() <= header.query()) {
                problems.add(file + ":" + line.number() + ":1: the line has no query");
            } else {
                statements.add(header.statement(line));
            }
        }
        return unless(problems, statements);
    }

    private static List<Statement> csvlog(String file, List<CsvLine> lines) {
        var problems = new ArrayList<String>();
        var statements = new ArrayList<Statement>();
        for (var line : lines) {
            var cells = line.cells();
            if (cells.size() < CSVLOG_COLUMNS) {
                problems.add(file + ":" + line.number()
                        + ":1: neither a line of PostgreSQL's csvlog nor a header such as" + " time,user,query");
                return unless(problems, statements);
            }
            LogMessage.statement(cells.get(CSVLOG_MESSAGE), cells.get(CSVLOG_USER), cells.get(CSVLOG_TIME))
                    .ifPresent(statements::add);
        }
        return statements;
    }

    /// The statements, unless a line is wrong.
    static List<Statement> unless(List<String> problems, List<Statement> statements) {
        if (!problems.isEmpty()) {
            throw new WrongFile(problems);
        }
        return statements;
    }
}
