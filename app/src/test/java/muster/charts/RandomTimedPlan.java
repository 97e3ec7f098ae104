package muster.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random plan files with calendars of two zones over the days on which both change their clocks, days off, links of
/// all kinds, dates, deadlines, milestones and gates.
final class RandomTimedPlan {
    private static final String HEAD = """
        muster: 1
        plan: {id: demo, title: A plan, start: "2026-03-06T06:00:00Z"}
        calendars:
          - id: berlin
            zone: Europe/Berlin
            hours: [{days: mon-fri, from: "08:00", until: "12:00"}, {days: mon-fri, from: "12:30", until: "17:00"}]
            holidays: ["2026-03-11", "2026-04-03"]
            exceptions: [{day: "2026-03-14", hours: [{from: "10:00", until: "14:00"}]}]
          - id: york
            zone: America/New_York
            hours: [{days: mon-sun, from: "13:00", until: "21:00"}]
            holidays: ["2026-03-10"]
          - {id: nights, zone: Europe/Berlin, hours: [{days: sat-sun, from: "00:00", until: "00:00"}]}
        agents:
          - {id: ann, name: Ann, kind: human, calendar: berlin, days-off: ["2026-03-12..2026-03-13"]}
          - {id: bob, name: Bob, kind: human, calendar: york, days-off: ["2026-03-16"], capacity: 2}
          - id: cal
            name: Cal
            kind: human
            calendar: berlin
            exceptions: [{day: "2026-03-15", hours: [{from: "09:00", until: "12:00"}]}, {day: "2026-03-17"}]
          - {id: eve, name: Eve, kind: ai, days-off: ["2026-03-09"]}
          - {id: fin, name: Fin, kind: ai}
          - {id: gus, name: Gus, kind: human, calendar: nights}
        phases:
        """;

    private static final List<String> KINDS =
            List.of("finish-to-start", "start-to-start", "finish-to-finish", "start-to-finish");
    private static final List<String> DATES = List.of(
            "start-no-earlier-than",
            "start-no-later-than",
            "finish-no-earlier-than",
            "finish-no-later-than",
            "must-start-on",
            "must-finish-on");

    private RandomTimedPlan() {}

    static String yaml(long seed) {
        var random = new Random(seed);
        var yaml = new StringBuilder(HEAD);
        int count = 4 + random.nextInt(10);
        for (int i = 0; i < count; i++) {
            if (i % 4 == 0) {
                yaml.append("  - id: p%d\n    title: \"Phase %d\"\n    tasks:\n".formatted(i / 4, i / 4));
            }
            yaml.append("      - {id: t%d, title: \"Task %d\", %s}\n".formatted(i, i, task(random, i)));
        }
        yaml.append("      - {id: late, title: Late, owners: [fin], estimate: 1h, constraints: "
                + "{start-no-earlier-than: \"2026-04-02T12:00:00Z\"}}\n");
        return yaml.append("gates:\n  - {id: go, title: Go, approvers: [ann], after: [t0], guards: [t%d]}\n"
                        .formatted(count - 1))
                .toString();
    }

    private static String task(Random random, int number) {
        var parts = new ArrayList<String>();
        if (random.nextInt(8) == 0) {
            parts.add("kind: milestone");
        } else {
            parts.add("owners: [%s]".formatted(pick(random, List.of("ann", "bob", "cal", "eve", "fin", "gus"))));
            parts.add("estimate: %dm".formatted(30 * (1 + random.nextInt(40))));
        }
        if (number > 0 && random.nextInt(2) == 0) {
            parts.add("links: [{after: t%d, kind: %s, lag: %dm, passing: %s}]"
                    .formatted(
                            random.nextInt(number),
                            pick(random, KINDS),
                            30 * (random.nextInt(12) - 3),
                            pick(random, List.of("working", "elapsed"))));
        }
        if (random.nextInt(3) == 0) {
            parts.add("constraints: {%s}".formatted(dates(random)));
        }
        if (random.nextInt(4) == 0) {
            parts.add("deadline: \"%s\"".formatted(instant(random)));
        }
        parts.add("priority: %d".formatted(random.nextInt(1000)));
        return String.join(", ", parts);
    }

    /// One of them, or two of different kinds.
    private static String dates(Random random) {
        int first = random.nextInt(DATES.size());
        var one = "%s: \"%s\"".formatted(DATES.get(first), instant(random));
        return random.nextBoolean()
                ? one
                : one + ", %s: \"%s\"".formatted(DATES.get((first + 1) % DATES.size()), instant(random));
    }

    private static String instant(Random random) {
        return "2026-%02d-%02dT%02d:30:00Z"
                .formatted(3 + random.nextInt(2), 1 + random.nextInt(28), random.nextInt(24));
    }

    private static String pick(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
