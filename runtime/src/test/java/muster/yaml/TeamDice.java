package muster.yaml;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import muster.plan.Address;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.plan.AgentKind;
import muster.plan.Availability;
import muster.plan.Calendar;
import muster.plan.CalendarId;
import muster.plan.DateRange;
import muster.plan.Level;
import muster.plan.Resource;
import muster.plan.ResourceId;
import muster.plan.ResourceKind;
import muster.plan.Rotation;
import muster.plan.Share;
import muster.plan.SpecialDay;
import muster.plan.Target;
import muster.plan.TargetId;
import muster.plan.Team;
import muster.plan.TimeSpan;
import muster.plan.WorkingHours;

/// Agents, their calendars and resources, by chance.
record TeamDice(Dice dice, List<AgentId> agents) {
    static final List<Target> TARGETS = List.of(
            new Target(new TargetId("here"), new Address.Local()),
            new Target(new TargetId("web"), new Address.Ssh("deploy", "web1.example.org", 2222)),
            new Target(new TargetId("six"), new Address.Ssh(null, "::1", null)),
            new Target(new TargetId("shop"), new Address.Docker("shop")));

    Team team() {
        var calendars = dice.list(i -> new Calendar(
                new CalendarId("cal" + i),
                dice.pick(List.<ZoneId>of(ZoneId.of("UTC"), ZoneId.of("Europe/Vienna"), java.time.ZoneOffset.UTC)),
                dice.list(_ -> hours()),
                dice.list(_ -> LocalDate.ofEpochDay(dice.random().nextInt(30000))),
                dice.list(_ -> specialDay())));
        var people = agents.stream()
                .map(id -> new Agent(
                        id,
                        dice.line(),
                        dice.any(),
                        dice.pick(AgentKind.values()),
                        dice.texts(),
                        dice.texts(),
                        dice.texts(),
                        1 + dice.random().nextInt(5),
                        calendars.isEmpty()
                                ? null
                                : dice.maybe(() -> dice.pick(calendars).id()),
                        new Availability(dice.list(_ -> range()), dice.list(_ -> specialDay()))))
                .toList();
        return new Team(
                calendars,
                people,
                List.of(new Resource(
                        new ResourceId("disk"),
                        dice.pick(ResourceKind.values()),
                        dice.text(),
                        dice.amount(),
                        dice.list(_ -> new Level(dice.instant(), dice.amount())),
                        dice.pick(Rotation.values()),
                        dice.maybe(() -> new Share(dice.random().nextInt(101) / 100.0)))),
                TARGETS);
    }

    private DateRange range() {
        var first = LocalDate.ofEpochDay(dice.random().nextInt(30000));
        return new DateRange(first, first.plusDays(dice.random().nextInt(3)));
    }

    private SpecialDay specialDay() {
        return new SpecialDay(
                LocalDate.ofEpochDay(dice.random().nextInt(30000)),
                dice.list(_ -> new TimeSpan(
                        LocalTime.of(dice.random().nextInt(12), dice.random().nextInt(60)),
                        dice.random().nextBoolean()
                                ? LocalTime.MIDNIGHT
                                : LocalTime.of(13, dice.random().nextInt(60)))));
    }

    private WorkingHours hours() {
        var days =
                EnumSet.of(dice.pick(DayOfWeek.values()), dice.pick(DayOfWeek.values()), dice.pick(DayOfWeek.values()));
        var from = LocalTime.of(dice.random().nextInt(12), dice.random().nextInt(60));
        var until = dice.random().nextBoolean()
                ? LocalTime.MIDNIGHT
                : from.plusMinutes(1 + dice.random().nextInt(600));
        return new WorkingHours(days, from, until);
    }
}
