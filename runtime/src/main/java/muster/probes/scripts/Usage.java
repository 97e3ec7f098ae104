package muster.probes.scripts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Sample arguments for a program, made up from the usage line it prints: only those that it cannot do without.
final class Usage {
    private static final Pattern LINE = Pattern.compile("(?is)usage:\\s*(.*?)(?:\\n\\s*\\n|\\z)");
    private static final Pattern OPTIONAL = Pattern.compile("\\[[^\\[\\]]*]");
    private static final Pattern CHOICES = Pattern.compile("\\{([^,}]+)[^}]*}");

    /// Usage lines are a hundred times shorter; it bounds the search for brackets in brackets.
    private static final int LONGEST = 20_000;

    private static final String SAMPLE = "sample";

    private Usage() {}

    static List<String> arguments(String help) {
        var match = LINE.matcher(help.length() <= LONGEST ? help : help.substring(0, LONGEST));
        if (!match.find()) {
            return List.of();
        }
        var line = match.group(1).lines().reduce("", (all, next) -> all + " " + next.strip());
        var before = "";
        while (!before.equals(line)) {
            before = line;
            line = OPTIONAL.matcher(line).replaceAll(" ");
        }
        var arguments = new ArrayList<String>();
        var words = line.strip().split("\\s+", -1);
        for (int i = 1; i < words.length; i++) {
            argument(words[i]).ifPresent(arguments::add);
        }
        return arguments;
    }

    private static java.util.Optional<String> argument(String word) {
        var choices = CHOICES.matcher(word);
        if (choices.matches()) {
            return java.util.Optional.of(choices.group(1));
        }
        if (word.startsWith("-") || word.matches(".*\\.(?:py|sh)")) {
            return word.equals("--help") || word.equals("--dry-run") || !word.startsWith("-")
                    ? java.util.Optional.empty()
                    : java.util.Optional.of(word);
        }
        return word.matches("[A-Za-z][\\w<>-]*") ? java.util.Optional.of(SAMPLE) : java.util.Optional.empty();
    }
}
