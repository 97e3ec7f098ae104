package muster.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import muster.desk.Written;
import muster.plan.Numeral;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/// How values of options are read that picocli reads in the words of the JDK.
final class Typed {
    private Typed() {}

    static void all(CommandLine line) {
        line.registerConverter(Duration.class, text -> read(text, Written::duration));
        line.registerConverter(BigDecimal.class, text -> read(text, Numeral::read));
        line.registerConverter(LocalDate.class, Typed::day);
        line.registerConverter(long.class, text -> read(text, Written::whole));
        line.registerConverter(Long.class, text -> read(text, Written::whole));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("must be a day such as 2026-01-31, got '" + text + "'");
        }
    }

    private static <T> T read(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
