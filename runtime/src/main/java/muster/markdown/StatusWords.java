package muster.markdown;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.audit.StatusMeaning;
import muster.markdown.Passage.Sentence;
import muster.markdown.StatedClaims.Stated;
import muster.plan.ClaimValue.Status;
import muster.plan.Origin;
import org.jspecify.annotations.Nullable;

/// Statuses that a sentence gives to a file or to a numbered thing, and what it says a script can take.
final class StatusWords {
    private static final String WORDS = Arrays.stream(StatusMeaning.values())
            .flatMap(meaning -> meaning.words().stream())
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(", ")"));
    private static final Pattern WHOLE = Pattern.compile("(?i)(?:status\\s*[:=]\\s*)?" + WORDS + "(?:\\b[^\\p{L}]*)?$");
    private static final Pattern OF_PATH = Pattern.compile(
            "(?i)^(?:[-*\\d.\\s]++|the |script |file ){0,4}`([^`\\s]{1,200})`(?:\\s+script)?\\s*(?:\\s(?:is|are|has been)(?: now| already| fully| currently)?\\s|:\\s|\\s[-–—]\\s|\\(|\\s)\\s*"
                    + WORDS + "\\b(?!\\s+(?:by|from|as|for|to|if|when|with|in|on|of)\\b|-)");
    private static final Pattern IN_PARENTHESES = Pattern.compile("(?i)\\(" + WORDS + "\\b[^)]*\\)\\s*\\.?$");
    private static final Pattern PATH_FIRST = Pattern.compile("^[-*\\d.)\\s]*+`([^`\\s]{1,200})`");
    private static final Pattern OF_NUMBERED = Pattern.compile(
            "\\b((?i:phase|stage|step|sprint|milestone|release|task|job|gate|epic)s?\\s+\\w{1,4}(?:\\.\\d+)?)\\s+(?i:is|was|has been)\\s+(?i:now |already |currently |fully )?(?i:"
                    + WORDS + ")\\b(?!\\s+(?i:by|from|as|for|to|if|when|of)\\b)");
    private static final Pattern TAKES = Pattern.compile(
            "(?i)\\b(?:takes|accepts|supports|understands|reads|honou?rs)\\s+(?:an?y?\\s+|the\\s+)?(?:`?--([a-z][a-z-]{1,30})`?|any\\s+([a-z]{3,20}))\\b");
    private static final Pattern QUOTED = Pattern.compile("`[^`]*`|\"[^\"]*\"|“[^”]*”");
    private static final Pattern DOUBT = Pattern.compile(
            "(?i)\\b(?:not|no|never|if|when|once|until|unless|should|must|will|would|can|could|may|might|check|verify|whether|once|\\?)\\b(?! (?:needed|required|started|ready|tested|done|implemented|working))");

    private StatusWords() {}

    /// The status that a cell consists of, in lower case; a mark stands for its word.
    static @Nullable String of(String cell) {
        String words = marks(cell).replaceAll("[*`_]", "").strip();
        Matcher whole = WHOLE.matcher(words);
        return whole.lookingAt() && whole.end() == words.length()
                ? whole.group(1).toLowerCase(Locale.ROOT)
                : null;
    }

    private static String marks(String cell) {
        return cell.replaceAll("[✅✔☑]\uFE0F?", " done ")
                .replaceAll("[❌✘✖]\uFE0F?", " missing ")
                .replaceAll("\\bdone\\s+(?=\\p{L})|\\bmissing\\s+(?=\\p{L})", "")
                .strip();
    }

    static void read(Sentence sentence, StatedClaims claims) {
        String text = sentence.text();
        status(OF_PATH.matcher(text), sentence, claims);
        numbered(sentence, claims);
        Matcher path = PATH_FIRST.matcher(text);
        Matcher behind = IN_PARENTHESES.matcher(text);
        if (path.find() && Paths.isPath(path.group(1)) && behind.find()) {
            add(path.group(1), behind.group(1), sentence, claims);
        }
        takes(sentence, claims);
    }

    private static void status(Matcher found, Sentence sentence, StatedClaims claims) {
        if (found.find()
                && Paths.isPath(found.group(1))
                && !DOUBT.matcher(sentence.text()).find()) {
            add(found.group(1), found.group(2), sentence, claims);
        }
    }

    private static void numbered(Sentence sentence, StatedClaims claims) {
        Matcher found = OF_NUMBERED.matcher(QUOTED.matcher(sentence.text()).replaceAll("#"));
        while (found.find()) {
            add(found.group(1), found.group(2), sentence, claims);
        }
    }

    static void add(String subject, String word, Sentence sentence, StatedClaims claims) {
        Origin origin = Tense.ofSetting(sentence.passage().setting());
        claims.add(new Stated(new Status(word.toLowerCase(Locale.ROOT)), subject, origin), sentence);
    }

    /// An option that the script takes which the passage or its row names.
    private static void takes(Sentence sentence, StatedClaims claims) {
        Matcher takes = TAKES.matcher(sentence.text());
        String script = script(sentence.passage());
        if (script != null && takes.find()) {
            String option = takes.group(1) == null ? takes.group(2) : takes.group(1);
            add(script, "takes " + option, sentence, claims);
        }
    }

    /// The one script that a passage is about; null if there is none or more than one.
    private static @Nullable String script(Passage passage) {
        var named = Pattern.compile("`([^`\\s]{1,200})`")
                .matcher(passage.under() + " " + passage.text())
                .results()
                .map(match -> match.group(1))
                .filter(path -> Paths.isPath(path) && path.matches(".*\\.(?:py|sh|bash|rb|pl|js|ts|java|go)"))
                .distinct()
                .toList();
        return named.size() == 1 ? named.getFirst() : null;
    }
}
