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
/// readings R1 R2 ...             the definitions of "violation" to apply; R4 and R5 if absent
/// list NAME value ...            adds values to a list
/// terms NAME value ...           a list whose values are no words of table names
/// letters NAME MIN MAX           a list of all words of MIN to MAX letters
/// token NAME CHARACTERS          a list of all words of these characters, such as a-z0-9_
/// known word ...                 words that may occur without being in a list
/// shape FORM [ascending A B]     the form of a family, named by its first component; components A to B must ascend
/// ungoverned FORM                a family without a rule
/// expect FORM                    every filling of the form is a table that should exist
/// history FORM VARIANT why ...   what tables of that form were written from
/// legend VARIANT why ...         what a name without variant means otherwise
/// copy FORM FORM                 the first is supposed to hold the rows of the second
/// exception ID FORM approver=ROLE from=DATE until=DATE|open readings=R5[,R4]|none
/// column READING KIND FORM       columns of this form are accepted from that reading (C1 to C4) on
/// reserved word ...              columns accepted by name from C2 on
/// ```
public final class NamingFile {
    private static final Pattern WORD = Pattern.compile("\\S+");

    private final NamingLists lists = new NamingLists();
    private final NamingFamilies families = new NamingFamilies(lists);
    private final NamingExceptions exceptions = new NamingExceptions(lists);
    private final NamingDraft draft = new NamingDraft(lists, families, exceptions);
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Consumer<NamingLine>> directives = Map.ofEntries(
            Map.entry("standard", draft::standard),
            Map.entry("readings", draft::readings),
            Map.entry("list", lists::list),
            Map.entry("terms", lists::terms),
            Map.entry("letters", lists::letters),
            Map.entry("token", lists::token),
            Map.entry("known", lists::known),
            Map.entry("shape", families::shape),
            Map.entry("ungoverned", families::ungoverned),
            Map.entry("expect", draft::expect),
            Map.entry("history", draft::history),
            Map.entry("legend", draft::legend),
            Map.entry("copy", draft::copy),
            Map.entry("exception", exceptions::exception),
            Map.entry("column", draft::column),
            Map.entry("reserved", draft::reserved));

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
