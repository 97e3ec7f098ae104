package muster.cli;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import muster.coordination.CoordinationCommand;
import muster.coordination.MeetingKind;
import muster.coordination.Minutes;
import muster.engines.Told;
import muster.report.MinutesCalendar;
import muster.report.MinutesMarkdown;
import muster.wiring.MinutesJson;
import muster.wiring.OpenTeam;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Prints the agenda and minutes of a meeting.
@Command(
        mixinStandardHelpOptions = true,
        description = "Prints agenda, participants and minutes of a day's meeting, drawn from the journal alone.")
final class MeetingCommand implements Callable<Integer> {

    private final Console console;
    private final MeetingKind kind;

    @Mixin
    private final TeamOptions options = new TeamOptions();

    @Option(names = "--date", paramLabel = "DATE", description = "day in the meeting's time zone; default: today")
    private @Nullable String date;

    @Option(names = "--ics", description = "print an event of a calendar (iCalendar)")
    private boolean ics;

    @Option(names = "--hold", description = "write down that it was held, and with whom; not before it begins")
    private boolean hold;

    MeetingCommand(Console console, MeetingKind kind) {
        this.console = console;
        this.kind = kind;
    }

    @Override
    public Integer call() throws IOException {
        return options.with(console, this::print);
    }

    private Exit print(OpenTeam open) {
        var charter = open.team().state().charter();
        var zone = kind.in(charter).zone();
        try {
            var day = date == null ? open.team().now().atZone(zone).toLocalDate() : LocalDate.parse(date);
            var told = hold
                    ? open.tell(new CoordinationCommand.Meet(kind, day), "meet/" + kind + "/" + day)
                    : new Told.Accepted(List.of());
            return told instanceof Told.Refused(var why)
                    ? console.refuse(Exit.NO, why)
                    : print(open.minutes(kind, day), open);
        } catch (DateTimeException _) {
            return console.refuse(Exit.USAGE, "--date must be a day such as 2025-12-14, got '" + date + "'");
        }
    }

    private Exit print(Minutes minutes, OpenTeam open) {
        var charter = open.team().state().charter();
        if (ics) {
            console.out().print(MinutesCalendar.text(minutes, charter));
        } else if (options.json()) {
            console.json(MinutesJson.SCHEMA, MinutesJson.fields(minutes));
        } else {
            MinutesMarkdown.lines(minutes, charter).forEach(console::data);
        }
        return Exit.YES;
    }
}
