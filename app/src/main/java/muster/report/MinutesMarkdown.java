package muster.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.coordination.Charter;
import muster.coordination.MeetingKind;
import muster.coordination.Minutes;

/// Minutes as Markdown.
public final class MinutesMarkdown {
    private MinutesMarkdown() {}

    /// The lines; agents are called as the charter calls them.
    public static List<String> lines(Minutes minutes, Charter charter) {
        var lines = new ArrayList<String>();
        var meeting = minutes.meeting();
        lines.add("# " + meeting.title() + ", " + minutes.date());
        lines.add("");
        lines.add(meeting.at() + " " + meeting.zone() + " (" + minutes.start() + "), "
                + meeting.length().toMinutes() + " minutes, run " + minutes.run());
        lines.add("");
        lines.add("Participants: "
                + (minutes.participants().isEmpty()
                        ? "nobody"
                        : minutes.participants().stream().map(charter::name).collect(Collectors.joining(", "))));
        lines.add("");
        lines.add("Agenda:");
        lines.add("");
        meeting.agenda().forEach(point -> lines.add("- " + point));
        for (var report : minutes.reports()) {
            lines.add("");
            lines.add("## " + charter.name(report.agent()));
            sections(minutes.kind(), report).forEach(section -> section.addTo(lines));
        }
        return lines;
    }

    private static Stream<MinutesSection> sections(MeetingKind kind, Minutes.Report report) {
        var yesterday = new MinutesSection("Yesterday", report.yesterday());
        var today = new MinutesSection("Today", report.today());
        var blockers = new MinutesSection("Blockers", report.blockers());
        var dependencies = new MinutesSection("Dependencies", report.dependencies());
        var risks = new MinutesSection("Risks", report.risks());
        return switch (kind) {
            case STANDUP -> Stream.of(yesterday, today, blockers, dependencies, risks);
            case SYNC -> Stream.of(dependencies, today, blockers, risks);
            case EOD ->
                Stream.of(today, new MinutesSection("Tomorrow", report.tomorrow()), blockers, dependencies, risks);
        };
    }
}
