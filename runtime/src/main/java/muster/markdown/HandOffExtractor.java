package muster.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.markdown.Group.Passed;
import muster.plan.AgentId;
import muster.plan.HandOff;
import org.jspecify.annotations.Nullable;

/// Reads hand-offs: from the owner of the work that announces one, to the agent it names.
final class HandOffExtractor {
    private static final Pattern PURPOSE = Pattern.compile("(?i)\\b(?:for|to do|to start)\\s+(.+)$");

    private final Reading reading;
    private final Roster roster;
    private final Order order;

    HandOffExtractor(Reading reading, Roster roster, Order order) {
        this.reading = reading;
        this.roster = roster;
        this.order = order;
    }

    List<HandOff> extract(List<PhaseDraft> drafts) {
        List<Group> groups =
                drafts.stream().flatMap(draft -> draft.groups().stream()).toList();
        List<HandOff> handOffs = new ArrayList<>();
        for (Group group : groups) {
            group.passed().stream()
                    .map(passed -> handOff(passed, group, groups))
                    .filter(java.util.Objects::nonNull)
                    .forEach(handOffs::add);
        }
        return handOffs;
    }

    private @Nullable HandOff handOff(Passed passed, Group group, List<Group> groups) {
        List<AgentId> to = roster.leading(passed.phrase());
        List<AgentId> from = group.owners();
        if (to.size() != 1 || from.size() != 1) {
            reading.notes()
                    .ask(
                            passed.line(),
                            "Who hands over to whom in '" + passed.phrase() + "'?",
                            "A hand-off needs one agent on each side.");
            return null;
        }
        String title = roster.nameOf(from.getFirst()) + " to " + passed.phrase();
        List<Work> last = order.precedence().last(group.parts(Work.Part.WORK));
        Work before = before(passed.phrase(), to.getFirst(), groups.subList(groups.indexOf(group) + 1, groups.size()));
        return new HandOff(
                reading.item("handoff", title),
                title,
                from.getFirst(),
                to.getFirst(),
                last.isEmpty() ? null : last.getLast().id(),
                before == null ? null : before.id(),
                reading.at(passed.line()));
    }

    /// The first task that the receiver has later, of the heading that fits the purpose best.
    private @Nullable Work before(String phrase, AgentId to, List<Group> later) {
        Matcher purpose = PURPOSE.matcher(phrase);
        List<String> words = Phrases.words(purpose.find() ? purpose.group(1) : "");
        List<Group> ofReceiver =
                later.stream().filter(group -> group.owners().contains(to)).toList();
        double most = ofReceiver.stream()
                .mapToDouble(group -> DependencyPhrases.fit(words, group.title()))
                .max()
                .orElse(0);
        return ofReceiver.stream()
                .filter(group -> DependencyPhrases.fit(words, group.title()) == most)
                .flatMap(group -> group.parts(Work.Part.WORK).stream())
                .findFirst()
                .orElse(null);
    }
}
