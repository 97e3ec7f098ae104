package muster.psplib;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import muster.plan.Location;
import muster.plan.Problem;
import org.jspecify.annotations.Nullable;

/// The rows of numbers of a file, under the headings that they stand below.
final class Sections {
    private static final Pattern CELL = Pattern.compile("\\S+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern KIND =
            Pattern.compile("\\s*-\\s*(renewable|nonrenewable|doubly constrained)\\s*:\\s*(\\d{1,4})\\b.*");

    private final String file;
    private final Map<String, List<Row>> rows = new HashMap<>();
    private final Map<String, Integer> kinds = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /// One line of numbers, with the columns that they begin in.
    record Row(int line, List<Integer> numbers, List<Integer> columns) {}

    Sections(String file, String text) {
        this.file = file;
        var section = "";
        int line = 0;
        for (var content : text.lines().toList()) {
            line++;
            if (content.stripTrailing().endsWith(":")) {
                section = content.strip();
                rows.putIfAbsent(section, new ArrayList<>());
            } else {
                take(section, line, content);
            }
        }
    }

    List<Problem> problems() {
        return problems;
    }

    void problem(int line, int column, String message) {
        problems.add(Problem.at(new Location(file, line, column), message));
    }

    /// How many resources of a kind the file says it has; 0 if it does not say.
    int resources(String kind) {
        return kinds.getOrDefault(kind, 0);
    }

    /// Empty, and a problem, if there is no such section.
    List<Row> under(String heading) {
        var found = rows.get(heading);
        if (found == null || found.isEmpty()) {
            problem(1, 1, "there are no numbers under the heading '" + heading + "'");
        }
        return found == null ? List.of() : found;
    }

    private void take(String section, int line, String content) {
        var kind = KIND.matcher(content);
        if (kind.matches()) {
            kinds.put(kind.group(1), Integer.parseInt(kind.group(2)));
            return;
        }
        var cells = CELL.matcher(content).results().toList();
        boolean isRow = rows.containsKey(section)
                && !cells.isEmpty()
                && Character.isDigit(cells.getFirst().group().charAt(0));
        if (isRow) {
            var wrong = wrong(cells);
            if (wrong != null) {
                problem(
                        line,
                        wrong.start() + 1,
                        "a whole number of at most 9 digits is needed, got '" + wrong.group() + "'");
                return;
            }
            rows(section)
                    .add(new Row(
                            line,
                            numbers(cells),
                            cells.stream().map(cell -> cell.start() + 1).toList()));
        }
    }

    private List<Row> rows(String section) {
        return rows.computeIfAbsent(section, _ -> new ArrayList<>());
    }

    private static @Nullable MatchResult wrong(List<MatchResult> cells) {
        return cells.stream()
                .filter(cell -> !NUMBER.matcher(cell.group()).matches())
                .findFirst()
                .orElse(null);
    }

    private static List<Integer> numbers(List<MatchResult> cells) {
        return cells.stream().map(cell -> Integer.parseInt(cell.group())).toList();
    }
}
