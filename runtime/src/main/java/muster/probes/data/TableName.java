package muster.probes.data;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// The name of a table as a person wrote it, such as `prices`, `main.prices` or `"odd.name"`.
///
/// @param schema none if none was written
record TableName(@Nullable String schema, String name) {

    /// Marks around a part are taken off, and a doubled mark inside them is one. Of more than two parts the last
    /// two count: the first names the database itself.
    static TableName of(String written) {
        var parts = new ArrayList<String>();
        int at = 0;
        while (at <= written.length()) {
            int end = end(written, at);
            parts.add(bare(written.substring(at, end)));
            at = end + 1;
        }
        return new TableName(parts.size() > 1 ? parts.get(parts.size() - 2) : null, parts.getLast());
    }

    /// Where the part that begins here ends: at the next point that is not inside marks, or with the text.
    private static int end(String written, int begin) {
        boolean marked = begin < written.length() && "\"`".indexOf(written.charAt(begin)) >= 0;
        int close = marked ? closing(written, begin) : -1;
        int point = close >= 0 ? close + 1 : written.indexOf('.', begin);
        return point < 0 ? written.length() : point;
    }

    /// The mark that ends the part, which must be followed by a point or the end; less than 0 if there is none.
    private static int closing(String written, int begin) {
        var mark = written.charAt(begin);
        int at = begin + 1;
        while (at < written.length()) {
            boolean doubled = written.startsWith(String.valueOf(mark).repeat(2), at);
            if (!doubled && written.charAt(at) == mark) {
                return at + 1 == written.length() || written.charAt(at + 1) == '.' ? at : -1;
            }
            at += doubled ? 2 : 1;
        }
        return -1;
    }

    private static String bare(String part) {
        boolean marked = part.length() > 2 && "\"`".indexOf(part.charAt(0)) >= 0 && part.endsWith(part.substring(0, 1));
        var mark = part.isEmpty() ? "" : part.substring(0, 1);
        return marked ? part.substring(1, part.length() - 1).replace(mark + mark, mark) : part;
    }
}
