package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class ShownTimeConverterTest {
    private static final String NOON = "2026-01-05T12:00:00Z";

    @Test
    void nobodySetsTheClockOfARun() {
        assertThatThrownBy(() -> new ShownTimeConverter(false).convert(NOON))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("cannot be set");
    }

    @Test
    void whoStartsTheProcessMayAllowIt() {
        assertThat(new ShownTimeConverter(true).convert(NOON)).isEqualTo(Instant.parse(NOON));
    }
}
