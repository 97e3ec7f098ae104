package muster.notices;

import java.time.Instant;
import java.util.List;
import muster.run.RunId;

/// Something that somebody is to be told because of one event of a run.
///
/// @param version of the run right after the event
/// @param at when it happened
/// @param said to whom, about what, in which words
public record Notice(RunId run, long version, Instant at, NoticeKind kind, Said said) {

    /// What is told.
    ///
    /// @param to whom it concerns, as the plan names them; empty if everybody
    /// @param about the id of what it is about: of a blocker, conflict, hand-off, gate (`gate:<id>`), task or run
    /// @param text one line
    public record Said(List<String> to, String about, String text) {
        public Said {
            to = List.copyOf(to);
        }
    }

    /// Names the notice: the same whenever and by whomever it is drawn from the journal. Receivers that have seen it
    /// before may leave out what comes again.
    public String key() {
        return run + "/" + version;
    }
}
