package muster.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import muster.plan.DayWindow;
import muster.plan.Estimate;
import muster.plan.FactId;
import muster.plan.ItemId;
import muster.plan.Money;
import muster.plan.OneLine;
import muster.plan.Share;
import muster.plan.Source;

/// Values from a seed: any case, awkward text.
final class Dice {
    private static final List<String> AWKWARD = List.of(
            "a: b",
            "# no comment",
            "yes",
            "null",
            "~",
            "1.0",
            "0x1F",
            "- item",
            "  spaces  ",
            "two\nlines\n",
            "\ttab",
            "quote \" and '",
            "caf\u00e9 \u2192 \ud83d\udccc",
            "*alias",
            "!tag",
            "&anchor",
            "{flow",
            "[list",
            "%dir",
            "@at",
            "`tick",
            "a\u0000b",
            "nel\u0085x",
            "bom\ufeff",
            "trailing ",
            ":",
            "-",
            "?",
            "2026-01-05",
            "09:00",
            "1e3",
            "line\n\n  indented\nend",
            "back\\slash",
            "a #b",
            "a,b",
            "<<",
            "=",
            ".inf",
            "\r\n",
            "x\u2028y",
            "1_000",
            "0o7");

    private final Random random;
    private int count;

    Dice(long seed) {
        random = new Random(seed);
    }

    Random random() {
        return random;
    }

    /// Another number at every call.
    int next() {
        return count++;
    }

    <I> List<I> ids(String prefix, Function<String, I> make) {
        return IntStream.rangeClosed(1, random.nextInt(1, 5))
                .mapToObj(i -> make.apply(prefix + i))
                .toList();
    }

    Share share() {
        return new Share(random.nextInt(5) / 10.0);
    }

    List<String> argv() {
        return some(list(_ -> any()));
    }

    List<String> some(List<String> texts) {
        return texts.isEmpty() ? List.of("one") : texts;
    }

    SortedMap<String, String> table() {
        var table = new TreeMap<String, String>();
        list(_ -> table.put(any(), any()));
        return table;
    }

    List<FactId> facts() {
        return list(i -> new FactId(pick(List.of("ready:", "done:", "fact-", "9.")) + i));
    }

    ItemId item() {
        return new ItemId("item_" + next());
    }

    Duration duration() {
        return switch (random.nextInt(5)) {
            case 0 -> Duration.ZERO;
            case 1 -> Duration.ofDays(random.nextInt(40));
            case 2 -> Duration.ofNanos(random.nextLong(1_000_000_000_000_000L));
            case 3 -> Duration.ofMillis(random.nextInt(100_000));
            default -> Duration.ofMinutes(random.nextInt(100_000));
        };
    }

    Estimate estimate() {
        var min = duration();
        var likely = min.plus(duration());
        return switch (random.nextInt(3)) {
            case 0 -> Estimate.exactly(min);
            case 1 -> new Estimate(min, min.plus(likely.minus(min).dividedBy(2)), likely);
            default -> new Estimate(min, likely, likely.plus(duration()));
        };
    }

    Money money() {
        return new Money(BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4)), pick(List.of("USD", "EUR")));
    }

    BigDecimal amount() {
        return BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(12) - 4);
    }

    DayWindow days() {
        var first = 1 + random.nextInt(20);
        return new DayWindow(first, first + random.nextInt(3));
    }

    Instant instant() {
        return Instant.ofEpochSecond(
                random.nextInt(2_000_000_000), random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
    }

    Source source() {
        return maybe(
                () -> new Source(pick(List.of("plan.md", "C:\\a: b.md", "dir/\u00e4.md")), 1 + random.nextInt(999)));
    }

    List<String> texts() {
        return list(_ -> text());
    }

    String text() {
        return random.nextInt(3) == 0 ? pick(AWKWARD) : word();
    }

    /// A title or a name.
    String line() {
        var folded = OneLine.folded(text());
        return folded.isEmpty() ? word() : folded;
    }

    String any() {
        return random.nextInt(6) == 0 ? "" : text();
    }

    String word() {
        return pick(
                List.of("rename", "COV tables", "build (fast)", "a/b.c", "50 percent", "needs `x` -> y", "Tu\u0308r"));
    }

    <T> T maybe(Supplier<T> make) {
        return random.nextBoolean() ? make.get() : null;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    <T> T pick(T[] from) {
        return from[random.nextInt(from.length)];
    }

    <T> List<T> list(IntFunction<T> make) {
        return list(make, random.nextInt(4));
    }

    <T> List<T> list(IntFunction<T> make, int size) {
        return IntStream.range(0, size).mapToObj(make).toList();
    }
}
