package muster.observation;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What stands beside the name of a secret and is none: a count, a yes or no, a reference to where the secret is, a
/// message about a file of that name. Only what cannot be a secret is let through.
final class Harmless {
    private static final Set<String> WORDS = Set.of(
            "true",
            "false",
            "null",
            "nil",
            "none",
            "yes",
            "no",
            "required",
            "optional",
            "missing",
            "unset",
            "expired",
            "undefined",
            "string",
            "str",
            "boolean",
            "bool",
            "int",
            "integer",
            "invalid",
            "valid",
            "disabled",
            "enabled");

    /// Where the system's accounts are looked up. Source: nsswitch.conf(5).
    private static final Set<String> SOURCES =
            Set.of("files", "compat", "systemd", "sss", "ldap", "nis", "db", "winbind");

    /// What programs say of a file. Source: strerror(3) of the GNU C library.
    private static final List<String> MESSAGES = List.of(
            "Permission denied",
            "No such file or directory",
            "Is a directory",
            "Not a directory",
            "Operation not permitted",
            "command not found",
            "ASCII text",
            "OK");

    private static final Pattern COUNTED = Pattern.compile(
            "(?i)(?:.*[._-])?(?:max|min|num|n|total|prompt|completion|input|output|new|used|context)[._-]?(?:new[._-])?tokens"
                    + "|(?:.*[._-])?tokens?[._-](?:count|limit|budget|length|usage|used|total)|tokens");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?:\\.\\d{1,3})?");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Z_][A-Z0-9_]*}?|\\$\\{\\{|\\{\\{");
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");
    private static final Pattern NAMED_ELSEWHERE = Pattern.compile("(?i).*[._-](?:env|var|envvar)");
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern FILED_ELSEWHERE = Pattern.compile("(?i).*[._-](?:file|path|dir|stdin)");
    private static final Pattern PLACE = Pattern.compile("\\.{0,2}/[\\w./-]+|[\\w-]+\\.(?:json|ya?ml|txt|pem|key)");
    private static final Pattern LETTERS = Pattern.compile("[A-Z]?[a-z]+(?:-[a-z]+)*[.,:;!?]?");

    /// No ordinary word is longer.
    private static final int LONGEST_WORD = 20;

    private Harmless() {}

    /// Whether a value is no secret.
    ///
    /// @param name what it stands beside, such as `max_tokens`
    /// @param value as far as it was taken for a secret, without quotes
    /// @param text it stands in
    /// @param at where in the text it begins
    static boolean isValue(String name, String value, String text, int at) {
        return WORDS.contains(value.toLowerCase(java.util.Locale.ROOT))
                || OPTION.matcher(value).matches()
                || VARIABLE.matcher(value).matches()
                || (COUNTED.matcher(name).matches() && NUMBER.matcher(value).matches())
                || (NAMED_ELSEWHERE.matcher(name).matches()
                        && NAME.matcher(value).matches())
                || (FILED_ELSEWHERE.matcher(name).matches()
                        && PLACE.matcher(value).matches())
                || (name.endsWith("passwd") && SOURCES.contains(value))
                || MESSAGES.stream().anyMatch(message -> text.startsWith(message, at));
    }

    /// Whether what follows `bearer` or `basic` is prose: a credential has digits, signs or more letters.
    static boolean isWord(String value) {
        return value.length() <= LONGEST_WORD && LETTERS.matcher(value).matches();
    }
}
