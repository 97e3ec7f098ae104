package muster.yaml;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import muster.monitor.Gauge;
import muster.monitor.MetricSource;
import muster.plan.Parsed;
import org.jspecify.annotations.Nullable;

/// Reads the operator's file of metrics: `metrics:` by name, each with its source. It stands outside the project's own
/// files, which could otherwise start programs and ask servers as they like.
public final class MetricsReader {
    private static final Form<String> SERVER = new PatternForm<>(
            "an address such as http://127.0.0.1:9090",
            Pattern.compile("https?://[^/?#@\\s]+(/[^?#\\s]*)?"),
            text -> URI.create(text).toString(),
            text -> text);

    private static final Form<Duration> EVERY_SECOND = new PatternForm<>(
            Durations.SAYS + ", at least 1s", Durations.SHAPE, MetricsReader::atLeastASecond, Durations::print);

    private static final Field<Gauge, Duration> EVERY = Field.<Gauge, Duration>required(
                    "every", EVERY_SECOND, Gauge::every, "time between two measurements")
            .or(Duration.ofMinutes(1));

    private static final Field<Gauge, String> PROMETHEUS =
            Field.required("prometheus", SERVER, gauge -> prometheus(gauge).url(), "address of a Prometheus server");
    private static final Field<Gauge, String> QUERY =
            Field.required("query", TextForm.SOME, gauge -> prometheus(gauge).query(), "gives one number");
    private static final Field<Gauge, @Nullable String> TOKEN = Field.optional(
            "token", TextForm.SOME, gauge -> prometheus(gauge).token(), "environment variable of a bearer token");
    private static final Field<Gauge, String> FILE = Field.required(
            "file", TextForm.SOME, gauge -> ((MetricSource.File) gauge.source()).file(), "holds one number");
    private static final Field<Gauge, List<String>> COMMAND = Field.required(
            "command",
            new ListForm<>(TextForm.WORD, 1),
            gauge -> ((MetricSource.Command) gauge.source()).argv(),
            "a program and its arguments; it prints one number");

    private static final Form<Gauge> GAUGE = new ChoiceForm<>(
            "metric",
            List.of(
                    one(
                            MetricSource.Prometheus.class,
                            List.of(PROMETHEUS, QUERY, TOKEN, EVERY),
                            entry -> new MetricSource.Prometheus(
                                    entry.get(PROMETHEUS), entry.get(QUERY), entry.get(TOKEN))),
                    one(MetricSource.File.class, List.of(FILE, EVERY), entry -> new MetricSource.File(entry.get(FILE))),
                    one(
                            MetricSource.Command.class,
                            List.of(COMMAND, EVERY),
                            entry -> new MetricSource.Command(entry.get(COMMAND)))));

    private static final Field<SortedMap<String, Gauge>, SortedMap<String, Gauge>> METRICS = Field.required(
            "metrics", new ByNameForm<>(GAUGE), metrics -> metrics, "where each comes from, by its name");

    private static final OperatorsFile<SortedMap<String, Gauge>> FORM = new OperatorsFile<>(new EntryForm<
            SortedMap<String, Gauge>>("file of metrics", List.of(METRICS), entry -> entry.get(METRICS))::read);

    private MetricsReader() {}

    private static ChoiceForm.Case<Gauge> one(
            Class<? extends MetricSource> type,
            List<Field<Gauge, ?>> fields,
            Function<Entry<Gauge>, MetricSource> source) {
        return new ChoiceForm.Case<>(
                Gauge.class,
                gauge -> type.isInstance(gauge.source()),
                new EntryForm<>("metric", fields, entry -> new Gauge(source.apply(entry), entry.get(EVERY))));
    }

    private static Duration atLeastASecond(String text) {
        var every = Durations.parse(text);
        if (every.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("it is shorter");
        }
        return every;
    }

    private static MetricSource.Prometheus prometheus(Gauge gauge) {
        return (MetricSource.Prometheus) gauge.source();
    }

    /// The gauges by the names of their metrics, or all problems with their places.
    public static Parsed<SortedMap<String, Gauge>> read(Path file) {
        return FORM.read(file);
    }

    /// @param name stands for the path in places
    public static Parsed<SortedMap<String, Gauge>> read(String name, byte[] bytes) {
        return FORM.read(name, bytes);
    }
}
