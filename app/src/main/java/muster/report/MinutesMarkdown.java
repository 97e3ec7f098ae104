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

    private static Stream<Section> sections(MeetingKind kind, Minutes.Report report) {
        var yesterday = new Section("Yesterday", report.yesterday());
        var today = new Section("Today", report.today());
        var blockers = new Section("Blockers", report.blockers());
        var dependencies = new Section("Dependencies", report.dependencies());
        var risks = new Section("Risks", report.risks());
        return switch (kind) {
            case STANDUP -> Stream.of(yesterday, today, blockers, dependencies, risks);
            case SYNC -> Stream.of(dependencies, today, blockers, risks);
            case EOD -> Stream.of(today, new Section("Tomorrow", report.tomorrow()), blockers, dependencies, risks);
        };
    }

    private record Section(String title, List<String> entries) {
        void addTo(List<String> lines) {
            lines.add("");
            lines.add("**" + title + "**");
            lines.add("");
            if (entries.isEmpty()) {
                lines.add("- none");
            }
            entries.forEach(entry -> lines.add("- " + entry.replaceAll("\\s+", " ")));
        }
    }
}
