package muster.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads a marker: `or` binds less than `and`, parentheses most.
final class MarkerText {
    /// Deeper parentheses are no marker that people write.
    private static final int DEEPEST = 50;

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*+(?:([()])|(===|==|~=|!=|<=|>=|<|>|not\\s++in\\b|in\\b)|(and|or)\\b|([a-z_.]++)|'([^']*+)'|\"([^\"]*+)\")\\s*+");
    private static final Map<String, String> FORMER_NAMES = Map.of(
            "os.name", "os_name",
            "sys.platform", "sys_platform",
            "platform.version", "platform_version",
            "platform.machine", "platform_machine",
            "platform.python_implementation", "platform_python_implementation",
            "python_implementation", "platform_python_implementation");
    private static final Set<String> NAMES = Set.of(
            "python_version",
            "python_full_version",
            "os_name",
            "sys_platform",
            "platform_release",
            "platform_system",
            "platform_version",
            "platform_machine",
            "platform_python_implementation",
            "implementation_name",
            "implementation_version",
            "extra");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private int depth;

    /// @param kind number of the group of [#TOKEN] that it is
    private record Token(int kind, String text) {}

    MarkerText(String text) {
        this.text = text;
    }

    Marker read() {
        tokenize();
        var marker = either();
        if (next < tokens.size()) {
            throw none();
        }
        return marker;
    }

    private void tokenize() {
        var match = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!match.find(end) || match.start() != end) {
                throw none();
            }
            int kind = 1;
            while (match.group(kind) == null) {
                kind++;
            }
            tokens.add(new Token(kind, match.group(kind)));
            end = match.end();
        }
    }

    private Marker either() {
        var parts = new ArrayList<>(List.of(both()));
        while (accept("or")) {
            parts.add(both());
        }
        return parts.size() == 1 ? parts.getFirst() : new Marker.Either(parts);
    }

    private Marker both() {
        var parts = new ArrayList<>(List.of(one()));
        while (accept("and")) {
            parts.add(one());
        }
        return parts.size() == 1 ? parts.getFirst() : new Marker.Both(parts);
    }

    private Marker one() {
        if (!accept("(")) {
            return comparison();
        }
        depth++;
        if (depth > DEEPEST) {
            throw none();
        }
        var inner = either();
        depth--;
        if (!accept(")")) {
            throw none();
        }
        return inner;
    }

    private Marker comparison() {
        var left = term(take());
        var sign = take();
        if (sign.kind() != 2) {
            throw none();
        }
        return new Marker.Comparison(left, sign.text().replaceAll("\\s+", " "), term(take()));
    }

    private Marker.Term term(Token token) {
        if (token.kind() > 4) {
            return new Marker.Term(Marker.Written.QUOTED, token.text());
        }
        var name = FORMER_NAMES.getOrDefault(token.text(), token.text());
        if (token.kind() != 4 || !NAMES.contains(name)) {
            throw none();
        }
        return new Marker.Term(Marker.Written.NAME, name);
    }

    private boolean accept(String word) {
        boolean there = next < tokens.size()
                && tokens.get(next).kind() < 4
                && tokens.get(next).text().equals(word);
        next += there ? 1 : 0;
        return there;
    }

    private Token take() {
        if (next == tokens.size()) {
            throw none();
        }
        next++;
        return tokens.get(next - 1);
    }

    private IllegalArgumentException none() {
        return new IllegalArgumentException("'" + text + "' is no marker (PEP 508)");
    }
}
