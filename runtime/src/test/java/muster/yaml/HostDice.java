package muster.yaml;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.plan.HostProbe;
import muster.plan.Matcher;
import muster.plan.Presence;
import muster.plan.Probe;

/// Probes of a machine, by chance.
record HostDice(Dice dice) {

    Probe hostProbe() {
        return switch (dice.random().nextInt(8)) {
            case 0 ->
                new HostProbe.FileState(
                        dice.text(),
                        dice.maybe(() -> dice.pick(HostProbe.FileType.values())),
                        dice.maybe(() -> "0644"),
                        dice.maybe(dice::text),
                        dice.maybe(dice::text),
                        dice.maybe(() -> "0123456789abcdef".repeat(4)),
                        dice.maybe(this::matcher),
                        dice.random().nextBoolean() ? List.of() : List.of(matcher(), matcher()),
                        dice.maybe(dice::text));
            case 1 -> new HostProbe.FileAbsent(dice.text());
            case 2 -> new HostProbe.RunningProcess(dice.text(), matcher());
            case 3 ->
                new HostProbe.User(
                        dice.text(),
                        dice.maybe(() -> dice.random().nextInt(99)),
                        dice.maybe(() -> dice.random().nextInt(99)),
                        List.of(dice.text(), dice.text()),
                        dice.maybe(dice::text),
                        dice.maybe(dice::text));
            case 4 ->
                new HostProbe.Group(dice.text(), dice.maybe(() -> dice.random().nextInt(99)));
            case 5 ->
                new HostProbe.Mount(
                        dice.text(), dice.maybe(dice::text), dice.maybe(dice::text), List.of(dice.text(), dice.text()));
            case 6 -> new HostProbe.DiskSpace(dice.text(), matcher());
            default -> new HostProbe.KernelParameter(dice.text(), matcher());
        };
    }

    Probe netProbe() {
        return switch (dice.random().nextInt(6)) {
            case 0 ->
                new HostProbe.Port(
                        1 + dice.random().nextInt(65_535),
                        dice.pick(HostProbe.Protocol.values()),
                        dice.pick(Presence.values()),
                        dice.maybe(dice::text));
            case 1 -> new HostProbe.EnvironmentVariable(dice.text(), dice.maybe(this::matcher));
            case 2 -> new HostProbe.NetworkInterface(dice.text(), dice.maybe(this::matcher), dice.maybe(this::matcher));
            case 3 -> new HostProbe.Tcp(dice.text(), 1 + dice.random().nextInt(65_535));
            case 4 ->
                new HostProbe.Http(
                        dice.text(),
                        dice.pick(HostProbe.Method.values()),
                        dice.pick(HostProbe.Redirects.values()),
                        dice.maybe(this::matcher),
                        new TreeMap<>(Map.of(dice.text(), matcher())),
                        dice.random().nextBoolean() ? List.of() : List.of(matcher()),
                        dice.maybe(this::matcher));
            default ->
                new HostProbe.Dns(
                        dice.text(),
                        dice.pick(HostProbe.RecordType.values()),
                        dice.maybe(dice::text),
                        dice.maybe(this::matcher));
        };
    }

    Matcher matcher() {
        return switch (dice.random().nextInt(4)) {
            case 0 -> new Matcher.Equal(dice.text());
            case 1 -> new Matcher.AtLeast(BigDecimal.valueOf(dice.random().nextInt(1_000)));
            case 2 -> new Matcher.Not(new Matcher.Contains(dice.text()));
            default -> new Matcher.Any(List.of(new Matcher.Matches(dice.text()), new Matcher.Equal(dice.text())));
        };
    }
}
