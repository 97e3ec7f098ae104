package muster.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import muster.coordination.MeetingKind;
import muster.desk.Route;
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
    private final DeskOptions desk = new DeskOptions();

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
    public Integer call() throws IOException, InterruptedException {
        return desk.ask(console, hold ? Route.MEETING_HOLD : Route.MEETING, fields -> {
            var said = fields.put("meeting", kind.name().toLowerCase(Locale.ROOT));
            if (ics) {
                said.put("ics", true);
            }
            return date == null ? said : said.put("date", date);
        });
    }
}
