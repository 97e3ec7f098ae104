package muster.cli;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.function.Function;
import muster.plan.Numeral;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/// How values of options are read that picocli reads in the words of the JDK.
final class Typed {
    private Typed() {}

    static void all(CommandLine line) {
        line.registerConverter(Duration.class, text -> read(text, Typed::duration));
        line.registerConverter(BigDecimal.class, text -> read(text, Numeral::read));
        line.registerConverter(long.class, text -> read(text, Typed::whole));
        line.registerConverter(Long.class, text -> read(text, Typed::whole));
    }

    private static <T> T read(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("must be a duration such as PT15M or PT1H30M, got '" + text + "'");
        }
    }

    private static Long whole(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("must be a whole number, got '" + text + "'");
        }
    }
}
