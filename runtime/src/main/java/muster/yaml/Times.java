package muster.yaml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import muster.plan.NearMiss;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Points in time.
final class Times {
    static final Form<Instant> INSTANT = new PatternForm<>(
            "an instant such as 2026-01-05T09:00:00Z",
            Pattern.compile(
                    "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})"),
            text -> OffsetDateTime.parse(text).toInstant(),
            Instant::toString);

    static final Form<LocalDate> DATE = new PatternForm<>(
            "a date such as 2026-12-25",
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
            LocalDate::parse,
            LocalDate::toString);

    static final Form<LocalTime> TIME = new PatternForm<>(
            "a time of day such as 09:00",
            Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?"),
            LocalTime::parse,
            LocalTime::toString);

    static final Form<Period> PERIOD = new PatternForm<>(
            "an interval such as P7D, P1M or P1Y",
            Pattern.compile("P(?=[0-9])([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}W)?([0-9]{1,4}D)?"),
            Times::interval,
            Period::toString);

    static final Form<ZoneId> ZONE = new ZoneForm();

    private Times() {}

    private static Period interval(String text) {
        var period = Period.parse(text);
        if (period.isZero()) {
            throw new IllegalArgumentException("it is empty");
        }
        return period;
    }

    /// A time zone, which must be known.
    private record ZoneForm() implements Form<ZoneId> {
        @Override
        public @Nullable ZoneId read(Value value) {
            var text = value.scalar(Tag.STR);
            if (text == null || text.isEmpty()) {
                value.unexpected(says());
                return null;
            }
            try {
                return ZoneId.of(text);
            } catch (DateTimeException _) {
                value.wrong(
                        "unknown time zone '" + Value.quote(text) + "'",
                        NearMiss.hint(
                                text,
                                ZoneId.getAvailableZoneIds().stream().sorted().toList()));
                return null;
            }
        }

        @Override
        public Object write(ZoneId zone) {
            return zone.getId();
        }

        @Override
        public Map<String, Object> schema(Definitions definitions) {
            return TextForm.SOME.schema(definitions);
        }

        @Override
        public String says() {
            return "a time zone such as UTC or Europe/Vienna";
        }
    }
}
