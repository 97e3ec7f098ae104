package muster.observation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Takes secrets out of texts: known ones in every common encoding, and what has the shape of one. It errs on the side
/// of taking out too much; what cannot be one, such as a count of tokens, stays.
public final class Redaction {
    private static final String GONE = Shape.GONE;
    private static final String SECRET_NAME =
            "[\\w.-]{0,40}(?:password|passwd|pwd|secret(?!ar)|token(?!iz)|api[_-]?key|access[_-]?key|account[_-]?key|private[_-]?key"
                    + "|signing[_-]?key|credential|passphrase)s?[\\w.-]{0,40}";

    /// Shorter texts would take ordinary words out.
    private static final int SHORTEST_SECRET = 4;

    /// The user who logs in by ssh, with a key and without a password.
    private static final Pattern LOGIN = Pattern.compile("(?:git\\+)?(?:ssh|sftp)://[a-z_][a-z0-9_.-]{0,31}");

    /// Shapes that the issuers have published; order matters, because a key block holds lines of other shapes.
    private static final List<Shape> SHAPES = List.of(
            Shape.of(
                    clues -> clues.has("-----BEGIN"),
                    "(?s)-----BEGIN [A-Z0-9 ]*PRIVATE KEY[A-Z ]*-----.*?(?:-----END [A-Z0-9 ]*-----|\\z)"),
            new Shape(
                    clues -> clues.has("@") || clues.has("%40"),
                    Pattern.compile("([a-zA-Z][\\w+.-]{0,30}://)([^/\\s'\"]{1,400})(@|%40)"),
                    "$1" + GONE + "$3",
                    (match, _) -> LOGIN.matcher(match.group(1) + match.group(2)).matches()),
            new Shape(
                    clues -> clues.hasWord("authorization"),
                    Pattern.compile(
                            "(?i)(\\bauthorization[\"']?\\s*[:=]\\s*[\"']?(?:[a-z]{2,20}\\s+)?)[^\\s\"',;]{6,}"),
                    "$1" + GONE),
            new Shape(
                    clues -> clues.hasWord("cookie"),
                    Pattern.compile("(?i)(\\b(?:set-)?cookie[\"']?\\s*:\\s*)[^\\s=]{1,100}=[^\\r\\n\"']+"),
                    "$1" + GONE),
            new Shape(
                    clues -> clues.hasWord("bearer", "basic"),
                    Pattern.compile("(?i)\\b(bearer|basic)\\s+([\\w+/=.~-]{8,})"),
                    "$1 " + GONE,
                    (match, _) -> Harmless.isWord(match.group(2))),
            Shape.of(Clues::hasRun, "\\beyJ[\\w-]{5,}\\.[\\w-]{5,}\\.[\\w-]*"),
            Shape.of(Clues::hasRun, "\\b(?:AKIA|ASIA|AIDA|AROA)[0-9A-Z]{16}\\b"),
            Shape.of(Clues::hasRun, "\\bAIza[\\w-]{30,}"),
            Shape.of(Clues::hasRun, "\\bya29\\.[\\w-]{10,}"),
            Shape.of(Clues::hasRun, "\\b(?:gh[pousr]_\\w{20,}|github_pat_\\w{20,}|glpat-[\\w-]{15,}|npm_\\w{30,})"),
            Shape.of(Clues::hasRun, "\\bxox[abeoprs]-[\\w-]{10,}"),
            Shape.of(
                    Clues::hasRun,
                    "\\b(?:sk|rk|pk)[-_](?:(?=[\\w-]{0,120}\\d)(?=[\\w-]{0,120}[A-Z])[\\w-]{20,}|[\\w-]{0,40}?(?=[A-Za-z0-9]{0,120}\\d)[A-Za-z0-9]{20}[\\w-]*)"),
            new Shape(
                    Clues::namesSecret,
                    Pattern.compile(
                            "(?i)((?<![\\w-])--?" + SECRET_NAME + "[\"']?[=, ]\\s*)(\"[^\"]*\"|'[^']*'|[^\\s\"']+)"),
                    "$1" + GONE,
                    Redaction::isNamedHarmless),
            new Shape(
                    Clues::namesSecret,
                    Pattern.compile("(?i)(" + SECRET_NAME + "[\"']?\\s*[:=]\\s*)(\"[^\"]*\"|'[^']*'|[^\\s,;&\"')}]+)"),
                    "$1" + GONE,
                    Redaction::isNamedHarmless),
            Shape.of(
                    Clues::hasRun,
                    "(?<![\\w/+=-])(?!(?:[a-z]{2,20}\\d?/){2,13}[A-Za-z]{1,40}\\d{0,4}(?![\\w/+]))(?=[\\w/+]*[a-z])(?=[\\w/+]*[A-Z])(?=[\\w/+]*[0-9])[A-Za-z0-9/+]{40}(?![\\w/+=-])"));

    /// Longer texts are cut before they are searched, because of every text only a beginning is kept.
    public static final int SEARCHED = 1 << 16;

    /// What stands between a name and its value.
    private static final Pattern NAME_END = Pattern.compile("[\"']?\\s*[:=, ]\\s*$");

    private static final Pattern SECRET_OPTION = Pattern.compile("(?i)--?" + SECRET_NAME);

    private final List<String> known;

    private Redaction(List<String> known) {
        this.known = known;
    }

    /// @param secrets texts known to be secret
    public static Redaction of(Collection<String> secrets) {
        var forms = new ArrayList<String>();
        secrets.stream().filter(secret -> secret.length() >= SHORTEST_SECRET).forEach(secret -> {
            var bytes = secret.getBytes(StandardCharsets.UTF_8);
            forms.add(secret);
            forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
            forms.add(Base64.getEncoder().encodeToString(bytes));
            forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        });
        forms.sort(Comparator.comparingInt(String::length).reversed());
        return new Redaction(List.copyOf(forms));
    }

    /// The text without its secrets, or the first 65,536 characters of it.
    public String redact(String text) {
        var clean = text.length() <= SEARCHED ? text : text.substring(0, SEARCHED);
        for (var secret : known) {
            clean = clean.replace(secret, GONE);
        }
        var clues = Clues.of(clean);
        for (var shape : SHAPES) {
            clean = shape.clue().test(clues) ? shape.taken(clean) : clean;
        }
        return clean;
    }

    private static boolean isNamedHarmless(MatchResult match, String text) {
        var name = NAME_END.matcher(match.group(1)).replaceFirst("");
        var value = match.group(2);
        var plain = value.length() > 1 && "\"'".indexOf(value.charAt(0)) >= 0
                ? value.substring(1, value.length() - 1)
                : value;
        return Harmless.isValue(name, plain, text, match.start(2));
    }

    /// The argument list without its secrets, also where the option and its value are two arguments.
    public List<String> redact(List<String> argv) {
        var clean = new ArrayList<String>();
        var before = "";
        for (var argument : argv) {
            clean.add(SECRET_OPTION.matcher(before).matches() ? GONE : redact(argument));
            before = argument;
        }
        return clean;
    }
}
