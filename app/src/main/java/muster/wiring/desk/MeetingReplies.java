package muster.wiring.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import muster.coordination.CoordinationCommand;
import muster.coordination.MeetingKind;
import muster.coordination.Minutes;
import muster.desk.Ending;
import muster.desk.Reply;
import muster.desk.Route;
import muster.desk.WrongField;
import muster.engines.Told;
import muster.report.MinutesCalendar;
import muster.report.MinutesMarkdown;
import muster.wiring.MinutesJson;

/// Agenda and minutes of meetings.
record MeetingReplies(TeamSaid said) {
    /// Lines of a calendar end with a carriage return, too; it stays.
    private static final Pattern LINE_END = Pattern.compile("\n");

    Reply reply() {
        var kind = said.fields().value("meeting", text -> MeetingKind.valueOf(text.toUpperCase(Locale.ROOT)));
        var day = day(kind);
        var told = said.call().route() == Route.MEETING_HOLD
                ? said.team().tell(new CoordinationCommand.Meet(kind, day), "meet/" + kind + "/" + day)
                : new Told.Accepted(List.of());
        return told instanceof Told.Refused(var why)
                ? new Reply.Refused(Ending.NO, why)
                : print(said.team().minutes(kind, day));
    }

    private LocalDate day(MeetingKind kind) {
        var date = said.fields().textOrNull("date");
        if (date == null) {
            var zone = kind.in(said.state().charter()).zone();
            return said.team().team().now().atZone(zone).toLocalDate();
        }
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException _) {
            throw new WrongField("--date must be a day such as 2025-12-14, got '" + date + "'");
        }
    }

    private Reply print(Minutes minutes) {
        var charter = said.state().charter();
        var document = new Reply.Document(MinutesJson.SCHEMA, MinutesJson.fields(minutes));
        if (!said.fields().flag("ics")) {
            return new Reply.Given(document, MinutesMarkdown.lines(minutes, charter));
        }
        var ics = MinutesCalendar.text(minutes, charter);
        document.fields().put("ics", ics);
        return new Reply.Given(document, LINE_END.splitAsStream(ics).toList());
    }
}
