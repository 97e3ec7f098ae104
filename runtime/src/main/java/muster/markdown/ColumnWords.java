package muster.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.markdown.Passage.Sentence;
import muster.markdown.StatedClaims.Stated;
import muster.plan.ClaimValue.Columns;
import org.jspecify.annotations.Nullable;

/// Columns that a sentence says a table or a result has, and tables that describe the columns of one, row by row.
final class ColumnWords {
    /// The subject of columns of what a document is about to make.
    static final String RESULT = "result";

    private static final String COLUMN = "`[A-Za-z_][\\w$]{0,62}`";
    private static final String LIST =
            COLUMN + "(?:(?:\\s*,\\s*(?:and\\s+|or\\s+)?|\\s+(?:and|or)\\s+)" + COLUMN + ")*";
    private static final String TABLE = "`([A-Za-z_][\\w.$*{}<>-]{1,120})`";
    private static final Pattern LISTED = Pattern.compile(
            "(?i)\\bcolumns?\\b(\\s+(?=`)|[^`:.;)]{0,60}?(?:\\b(?:of|in|for)\\s[^`:.;)]{0,20}`[^`]{1,120}`[^`:.;)]{0,20})?(?::\\s*|\\s(?:are|is|called|named):?\\s+))("
                    + LIST + ")(?:\\s+(?:of|in|from)\\s+(?:the\\s+)?(?:table\\s+)?" + TABLE + ")?");
    private static final Pattern OF_TABLE =
            Pattern.compile("(?i)\\b(?:of|in|for)\\s+(?:the\\s+)?(?:table\\s+)?" + TABLE);
    private static final Pattern OF_RESULT = Pattern.compile(
            "(?i)\\b(?:of|in|for)\\s+(?:the|each|every)\\s+(?:result\\w*|output|(?:merged|joined|consolidated|resulting|combined|target)\\s+tables?)\\b");
    private static final Pattern OWNER =
            Pattern.compile("(?i)" + TABLE + "\\s*(?:table\\s+)?(?:has|have|holds?|with|contains?|\\()[^`]{0,30}$");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern NOT_THERE = Pattern.compile(
            "(?i)\\b(?:no|not|without|missing|drop\\w*|remov\\w*|renam\\w*|add(?:s|ed|ing)?|new|deprecat\\w*|instead|former\\w*|old|lack\\w*|never|index\\w*|example|e\\.g|if|when)\\b");
    private static final Pattern COLUMN_HEAD = Pattern.compile("(?i)columns?(?: names?)?");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][\\w$]{0,62}");
    private static final Pattern HEADING = Pattern.compile(
            "(?i)(?:\\d+(?:\\.\\d+)*[.)]?\\s+)?(?:the\\s+)?(?:(?:table|view|columns? of(?: the)?|schema of(?:"
                    + " the)?)\\s*:?\\s+)*((?!(?:columns?|schemas?|tables?|views?)\\b)[A-Za-z_][\\w.$]{1,120})(?:\\s+(?:table|view|columns?|schema))*\\s*:?");
    private static final int FEWEST_ROWS = 2;

    private ColumnWords() {}

    static void read(Sentence sentence, StatedClaims claims) {
        Matcher listed = LISTED.matcher(sentence.text());
        while (listed.find()) {
            String before = sentence.text().substring(0, listed.start());
            String subject = subject(before, listed.group(1), listed.group(3));
            String words = CODE.matcher(before + listed.group(1)).replaceAll("#");
            if (subject != null && !NOT_THERE.matcher(words).find()) {
                List<String> names = Pattern.compile(COLUMN)
                        .matcher(listed.group(2))
                        .results()
                        .map(match -> match.group().replace("`", ""))
                        .distinct()
                        .toList();
                var origin = Tense.of(words, sentence.passage().setting());
                claims.add(new Stated(new Columns(names), subject, origin), sentence);
            }
        }
    }

    private static @Nullable String subject(String before, String between, @Nullable String behind) {
        if (behind != null) {
            return behind;
        }
        Matcher named = OF_TABLE.matcher(between);
        if (named.find()) {
            return named.group(1);
        }
        if (OF_RESULT.matcher(between).find()) {
            return RESULT;
        }
        Matcher owner = OWNER.matcher(before);
        return owner.find() ? owner.group(1) : null;
    }

    /// A table whose rows are the columns of the table that its heading or label names.
    static void table(Passages.Placed placed, StatedClaims claims) {
        String setting = placed.setting();
        Matcher heading =
                HEADING.matcher(setting.substring(setting.lastIndexOf(" / ") < 0 ? 0 : setting.lastIndexOf(" / ") + 3)
                        .strip());
        var head = placed.table().head();
        if (head.isEmpty() || !COLUMN_HEAD.matcher(head.getFirst().plain()).matches() || !heading.matches()) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (Row row : placed.table().rows()) {
            names.add(row.cells().isEmpty() ? "" : row.cells().getFirst().plain());
        }
        if (names.size() >= FEWEST_ROWS
                && names.stream().allMatch(name -> IDENTIFIER.matcher(name).matches())) {
            String text = names.stream().collect(Collectors.joining(" | ", "| ", " |"));
            Passage passage = new Passage(List.of(head.getFirst()), "", setting);
            int line = placed.table().rows().getFirst().line();
            claims.add(
                    new Stated(new Columns(names), heading.group(1), Tense.ofSetting(setting)),
                    new Sentence(text, line, passage));
        }
    }
}
