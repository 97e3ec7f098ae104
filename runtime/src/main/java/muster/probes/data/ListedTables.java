package muster.probes.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.observation.Ground;
import muster.observation.Looked;
import org.jspecify.annotations.Nullable;

/// The names of a dataset's tables as a file of the workspace lists them: `tables.csv`, `.tsv` or `.txt`, one name a
/// line, below a header or not. It is what a document says, so that it may cast doubt and never proves anything.
///
/// @param file relative to the workspace
/// @param names in lower case
public record ListedTables(String file, SortedSet<String> names) {
    /// Fewer names are an example rather than a listing.
    private static final int FEWEST = 3;

    private static final Pattern FILE = Pattern.compile("(?:.*/)?tables\\.(csv|tsv|txt)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_$-]{0,299}");
    private static final List<String> HEADERS = List.of("table", "tables", "table_name", "table_id", "name");

    /// The files that a listing, and the columns of what it lists, are looked for in, sorted.
    public static List<String> files(Ground ground) {
        return ground.files(path -> FILE.matcher(path).matches()
                || ListedColumns.NAMES.contains(path.substring(path.lastIndexOf('/') + 1)));
    }

    /// The workspace's listing; none if there is no such file, or more than one.
    public static @Nullable ListedTables in(Ground ground) {
        var files = ground.files(path -> FILE.matcher(path).matches());
        return files.size() == 1 && ground.look(files.getFirst()) instanceof Looked.Found found ? read(found) : null;
    }

    private static @Nullable ListedTables read(Looked.Found found) {
        var separator = found.path().endsWith("csv") ? "," : "\t";
        var rows = found.text().lines().filter(line -> !line.isBlank()).toList();
        if (rows.size() < FEWEST) {
            return null;
        }
        var first = cells(rows.getFirst(), separator);
        var column = Math.max(
                0,
                first.stream()
                        .filter(HEADERS::contains)
                        .findFirst()
                        .map(first::indexOf)
                        .orElse(0));
        boolean headed = HEADERS.contains(first.get(column));
        if (first.size() > 1 && !headed) {
            return null;
        }
        var names = rows.stream()
                .skip(headed ? 1 : 0)
                .map(row -> cells(row, separator))
                .map(cells -> column < cells.size() ? cells.get(column) : "")
                .collect(Collectors.toCollection(TreeSet::new));
        return names.size() >= FEWEST
                        && names.stream().allMatch(name -> NAME.matcher(name).matches())
                ? new ListedTables(found.path(), names)
                : null;
    }

    /// The cells of a row, without quotation marks and in lower case.
    static List<String> cells(String row, String separator) {
        return Arrays.stream(row.split(separator, -1))
                .map(cell -> cell.strip().replaceAll("^\"|\"$", "").toLowerCase(Locale.ROOT))
                .toList();
    }
}
