package muster.packs.warehouse.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.plan.Parsed;
import muster.plan.Problem;

/// Reads a rule file. Every mistake in it becomes a problem with its place.
///
/// The grammar of the file, one directive per line, `#` begins a comment line:
/// ```
/// standard NAME VERSION
/// list NAME value ...            adds values to a list
/// letters NAME MIN MAX           a list of all words of MIN to MAX letters
/// known word ...                 words that may occur without being in a list
/// shape FORM [ascending A B]     the form of a family, named by its first component; components A to B must ascend
/// ungoverned FORM                a family without a rule
/// history FORM VARIANT why ...   what tables of that form were written from
/// legend VARIANT why ...         what a name without variant means otherwise
/// copy FORM FORM                 the first is supposed to hold the rows of the second
/// exception ID FORM approver=ROLE from=DATE until=DATE|open readings=R5[,R4]|none
/// ```
public final class NamingFile {
    private static final Pattern WORD = Pattern.compile("\\S+");

    private final NamingDraft draft = new NamingDraft();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Consumer<NamingLine>> directives = Map.of(
            "standard", draft::standard,
            "list", draft::list,
            "letters", draft::letters,
            "known", draft::known,
            "shape", draft::shape,
            "ungoverned", draft::ungoverned,
            "history", draft::history,
            "legend", draft::legend,
            "copy", draft::copy,
            "exception", draft::exception);

    private NamingFile() {}

    /// @param file the name to put into problems
    public static Parsed<NamingStandard> read(String file, String text) {
        var reader = new NamingFile();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            reader.line(new NamingLine(file, i + 1, words(lines.get(i)), reader.problems));
        }
        if (reader.draft.isUnnamed()) {
            new NamingLine(file, 1, List.of(), reader.problems)
                    .complain(0, "the file has no line 'standard NAME VERSION'");
        }
        return reader.problems.isEmpty()
                ? new Parsed.Ok<>(reader.draft.toStandard())
                : new Parsed.Failed<>(reader.problems);
    }

    private void line(NamingLine line) {
        if (line.words().isEmpty() || line.word(0).startsWith("#")) {
            return;
        }
        var directive = directives.get(line.word(0));
        if (directive == null) {
            line.complain(0, "unknown directive '" + line.word(0) + "'");
        } else {
            directive.accept(line);
        }
    }

    private static List<NamingLine.Word> words(String line) {
        return WORD.matcher(line)
                .results()
                .flatMap(found ->
                        Stream.of(new NamingLine.Word(found.group(), line.codePointCount(0, found.start()) + 1)))
                .toList();
    }
}
