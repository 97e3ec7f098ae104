package muster.cli;

import java.math.BigDecimal;
import java.time.Duration;
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
        line.registerConverter(long.class, text -> read(text, Written::whole));
        line.registerConverter(Long.class, text -> read(text, Written::whole));
    }

    private static <T> T read(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
