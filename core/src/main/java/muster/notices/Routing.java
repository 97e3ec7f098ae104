package muster.notices;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which notices go by which channels.
///
/// @param channels by name
/// @param rules a notice goes by the channels of every rule that it meets; without rules it goes by all channels
public record Routing(SortedMap<String, Channel> channels, List<Rule> rules) {
    public Routing {
        channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
        rules = List.copyOf(rules);
    }

    /// Notices that go the same way.
    ///
    /// @param kinds empty for all
    /// @param to notices that concern one of these, or everybody; empty for all
    /// @param channels names of channels
    public record Rule(Set<NoticeKind> kinds, List<String> to, List<String> channels) {
        public Rule {
            kinds = Set.copyOf(kinds);
            to = List.copyOf(to);
            channels = List.copyOf(channels);
        }

        boolean meets(Notice notice) {
            var whom = notice.said().to();
            return (kinds.isEmpty() || kinds.contains(notice.kind()))
                    && (to.isEmpty() || whom.isEmpty() || whom.stream().anyMatch(to::contains));
        }
    }

    /// Names of the channels by which a notice goes, each once.
    public SortedSet<String> channels(Notice notice) {
        if (rules.isEmpty()) {
            return new TreeSet<>(channels.keySet());
        }
        var met = new TreeSet<String>();
        rules.stream().filter(rule -> rule.meets(notice)).forEach(rule -> met.addAll(rule.channels()));
        return met;
    }
}
