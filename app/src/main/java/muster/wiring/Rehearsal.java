package muster.wiring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import muster.coordination.Charter;
import muster.coordination.Clocks;
import muster.coordination.CoordinationCommand;
import muster.coordination.CoordinationState;
import muster.coordination.MeetingKind;
import muster.coordination.MeetingRules;
import muster.engines.JournaledTeam;
import muster.engines.SimulatedClock;
import muster.engines.Told;
import muster.plan.Plan;
import muster.run.Command;
import muster.run.RunId;
import muster.run.RunStatus;
import muster.run.WholeRun;
import muster.storage.Journal;

/// Plays a plan with simulated agents on a simulated calendar: they meet, claim, hand over, vote, raise blockers
/// and fall out, all by the same commands as real ones, and time jumps from one thing to the next.
public final class Rehearsal {
    /// Workdays after which a rehearsal that has not come to an end gives up.
    private static final int LONGEST = 200;

    private final SimulatedClock clock;
    private final WorkDays days;
    private final JournaledTeam team;
    private final RehearsedTeam agents;
    private final Incidents incidents;

    private Rehearsal(Journal journal, RunId run, Setting setting) {
        this.clock = new SimulatedClock(setting.start());
        this.days = new WorkDays(WorkDays.day(setting.start()));
        this.team = new JournaledTeam(journal, clock, run);
        this.agents = new RehearsedTeam(team, setting.plan(), days);
        this.incidents = new Incidents(team, setting.seed());
    }

    /// What is played.
    ///
    /// @param seed decides which tasks are blocked and fought over
    public record Setting(Plan plan, Instant start, long seed) {}

    /// Plays it into a journal in which the run is not begun yet.
    ///
    /// @return the team at the end
    /// @throws IllegalStateException if the run cannot begin
    public static CoordinationState play(Journal journal, RunId run, Setting setting) {
        var rehearsal = new Rehearsal(journal, run, setting);
        var plan = WholeRun.of(run, setting.plan(), WholeRun.Conduct.USUAL);
        var told = rehearsal.team.tell(new Command.Start(plan, "rehearsal", new TreeSet<>()), "start");
        if (told instanceof Told.Refused(var why)) {
            throw new IllegalStateException(why);
        }
        rehearsal.team.tell(new CoordinationCommand.Agree(Charter.of(setting.plan())), "agree");
        rehearsal.play();
        return rehearsal.team.state();
    }

    private void play() {
        var now = clock.instant();
        while (now != null && goesOn()) {
            clock.until(now);
            team.settle();
            meet(now);
            incidents.happen(now, days.number(now));
            agents.act(now);
            now = next(now);
        }
    }

    private boolean goesOn() {
        return team.state().run().status() == RunStatus.RUNNING && days.number(clock.instant()) <= LONGEST;
    }

    private void meet(Instant now) {
        for (var kind : MeetingKind.values()) {
            var day = WorkDays.day(now);
            if (WorkDays.isWorkday(day) && start(kind, day).equals(now)) {
                team.tell(new CoordinationCommand.Meet(kind, day), "meet/" + kind + "/" + day);
            }
        }
    }

    private Instant next(Instant now) {
        var day = WorkDays.day(now);
        var meetings = Stream.of(MeetingKind.values())
                .flatMap(kind -> Stream.of(start(kind, day), start(kind, day.plusDays(1))));
        var clocks = Stream.ofNullable(Clocks.next(team.state(), now));
        return Objects.requireNonNull(
                Stream.of(meetings, clocks, agents.next(now), Stream.of(WorkDays.nextOpening(now)))
                        .flatMap(each -> each)
                        .filter(each -> each.isAfter(now))
                        .min(Instant::compareTo)
                        .orElse(null));
    }

    private Instant start(MeetingKind kind, LocalDate day) {
        return MeetingRules.start(kind.in(team.state().charter()), day);
    }
}
