package muster.coordination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import muster.plan.AgentId;
import muster.plan.Meeting;
import muster.run.RunId;

/// A meeting of one day and what it is about, drawn from the journal up to the moment it begins; whoever draws it again
/// gets the same.
///
/// @param date in the meeting's time zone
/// @param participants in the order of the charter
public record Minutes(
        RunId run,
        MeetingKind kind,
        Meeting meeting,
        LocalDate date,
        Instant start,
        Instant end,
        List<AgentId> participants,
        List<Report> reports) {
    public Minutes {
        participants = List.copyOf(participants);
        reports = List.copyOf(reports);
    }

    /// What the journal says of one participant; lines of text, the oldest first.
    ///
    /// @param yesterday what came about since the last day before on which anything did
    /// @param today what came about today so far, then what is under way or ready
    /// @param dependencies what waits for others, or others for
    /// @param tomorrow what is left under way or ready, then what can be ready next
    public record Report(
            AgentId agent,
            List<String> yesterday,
            List<String> today,
            List<String> blockers,
            List<String> dependencies,
            List<String> risks,
            List<String> tomorrow) {
        public Report {
            yesterday = List.copyOf(yesterday);
            today = List.copyOf(today);
            blockers = List.copyOf(blockers);
            dependencies = List.copyOf(dependencies);
            risks = List.copyOf(risks);
            tomorrow = List.copyOf(tomorrow);
        }
    }
}
