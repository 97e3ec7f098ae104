package muster.yaml;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import muster.plan.HostProbe;
import muster.plan.Matcher;
import muster.plan.Presence;
import muster.plan.Probe;

/// Probes of a machine, by chance.
record HostDice(Random random, Supplier<String> texts) {

    Probe hostProbe() {
        return switch (random.nextInt(8)) {
            case 0 ->
                new HostProbe.FileState(
                        text(),
                        maybe(() -> pick(HostProbe.FileType.values())),
                        maybe(() -> "0644"),
                        maybe(texts),
                        maybe(texts),
                        maybe(() -> "0123456789abcdef".repeat(4)),
                        maybe(this::matcher),
                        random.nextBoolean() ? List.of() : List.of(matcher(), matcher()),
                        maybe(texts));
            case 1 -> new HostProbe.FileAbsent(text());
            case 2 -> new HostProbe.RunningProcess(text(), matcher());
            case 3 ->
                new HostProbe.User(
                        text(),
                        maybe(() -> random.nextInt(99)),
                        maybe(() -> random.nextInt(99)),
                        List.of(text(), text()),
                        maybe(texts),
                        maybe(texts));
            case 4 -> new HostProbe.Group(text(), maybe(() -> random.nextInt(99)));
            case 5 -> new HostProbe.Mount(text(), maybe(texts), maybe(texts), List.of(text(), text()));
            case 6 -> new HostProbe.DiskSpace(text(), matcher());
            default -> new HostProbe.KernelParameter(text(), matcher());
        };
    }

    Probe netProbe() {
        return switch (random.nextInt(6)) {
            case 0 ->
                new HostProbe.Port(
                        1 + random.nextInt(65_535),
                        pick(HostProbe.Protocol.values()),
                        pick(Presence.values()),
                        maybe(texts));
            case 1 -> new HostProbe.EnvironmentVariable(text(), maybe(this::matcher));
            case 2 -> new HostProbe.NetworkInterface(text(), maybe(this::matcher), maybe(this::matcher));
            case 3 -> new HostProbe.Tcp(text(), 1 + random.nextInt(65_535));
            case 4 ->
                new HostProbe.Http(
                        text(),
                        pick(HostProbe.Method.values()),
                        pick(HostProbe.Redirects.values()),
                        maybe(this::matcher),
                        new TreeMap<>(Map.of(text(), matcher())),
                        random.nextBoolean() ? List.of() : List.of(matcher()),
                        maybe(this::matcher));
            default ->
                new HostProbe.Dns(text(), pick(HostProbe.RecordType.values()), maybe(texts), maybe(this::matcher));
        };
    }

    Matcher matcher() {
        return switch (random.nextInt(4)) {
            case 0 -> new Matcher.Equal(text());
            case 1 -> new Matcher.AtLeast(BigDecimal.valueOf(random.nextInt(1_000)));
            case 2 -> new Matcher.Not(new Matcher.Contains(text()));
            default -> new Matcher.Any(List.of(new Matcher.Matches(text()), new Matcher.Equal(text())));
        };
    }

    private String text() {
        return texts.get();
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }
}
