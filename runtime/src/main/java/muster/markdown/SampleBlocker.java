package muster.markdown;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.markdown.Block.Fence;
import muster.plan.Estimate;

/// A blocker with which a document fills in its form as an example: `LAG Script Missing`, `Estimated Delay: 6-12
/// hours`. Of something that may have to be made it is all that the document says about time.
///
/// @param time as the document writes it
/// @param action what to do about it
record SampleBlocker(String title, String time, Estimate estimate, String action, int line) {
    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+(?:\\p{L}+\\s*:\\s*)?(.+)$");
    private static final Pattern FIELD = Pattern.compile("^(?:[-*]\\s+)?\\*\\*([^*:]+):?\\*\\*\\s*:?\\s*(.+)$");
    private static final Pattern TIME =
            Pattern.compile("(?i)(?:estimated\\s+)?(?:delay|effort|time(?: to (?:create|build|write|fix|resolve))?)");
    private static final Pattern ACTION =
            Pattern.compile("(?i)(?:recommended\\s+)?action|mitigation|remedy|resolution|fix");

    static List<SampleBlocker> in(Document document) {
        return document.sections().stream()
                .flatMap(section -> section.fences().stream())
                .flatMap(SampleBlocker::in)
                .toList();
    }

    private static Stream<SampleBlocker> in(Fence fence) {
        var lines = fence.content().lines().toList();
        return Stream.iterate(0, at -> at < lines.size(), at -> at + 1)
                .filter(at -> HEADING.matcher(lines.get(at)).matches())
                .flatMap(at -> of(lines, at, fence.line() + 1 + at));
    }

    /// The blocker under a heading, if it has a time.
    private static Stream<SampleBlocker> of(List<String> lines, int heading, int line) {
        Matcher title = HEADING.matcher(lines.get(heading));
        var fields = lines.stream()
                .skip(heading + 1L)
                .takeWhile(each -> !HEADING.matcher(each).matches())
                .map(FIELD::matcher)
                .filter(Matcher::matches)
                .toList();
        var action = value(fields, ACTION);
        return !title.matches()
                ? Stream.of()
                : value(fields, TIME)
                        .flatMap(time -> Stream.ofNullable(Durations.effort(time))
                                .map(estimate -> new SampleBlocker(
                                        title.group(1).strip(),
                                        time,
                                        estimate,
                                        action.findFirst().orElse(title.group(1).strip()),
                                        line)));
    }

    /// Of the last field of that kind: a recommended action stands below what is thought of first.
    private static Stream<String> value(List<Matcher> fields, Pattern label) {
        return fields.reversed().stream()
                .filter(field -> label.matcher(field.group(1).strip()).matches())
                .map(field -> field.group(2).strip())
                .limit(1);
    }

    /// True if it is about the thing of that name: all words of the name stand in its title.
    boolean isAbout(String name) {
        var words = Phrases.words(name);
        return words.size() > 1 && new HashSet<>(Phrases.words(title)).containsAll(words);
    }
}
