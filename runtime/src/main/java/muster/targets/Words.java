package muster.targets;

/// What programs say of why they failed.
final class Words {
    /// A line of a report.
    private static final int LONGEST = 300;

    private Words() {}

    /// The last line that says something, in a form that fits into a sentence.
    static String last(String text) {
        if (text.contains("REMOTE HOST IDENTIFICATION HAS CHANGED")) {
            return "its key is not the one that is known of it";
        }
        var line = text.lines().map(String::strip).filter(one -> !one.isEmpty()).reduce("", (_, next) -> next);
        if (line.isEmpty()) {
            return "the shell ended";
        }
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
