package muster.cli;

import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The time that the clock of a run is to show. Whoever could set it could end another's lease early or date a word
/// back, so only who starts the process with the system property [#PROPERTY] can, as tests do.
final class ShownTimeConverter implements ITypeConverter<Instant> {
    /// The system property without which the clock cannot be set.
    static final String PROPERTY = "muster.shown-time";

    private final boolean allowed;

    ShownTimeConverter() {
        this(Boolean.getBoolean(PROPERTY));
    }

    ShownTimeConverter(boolean allowed) {
        this.allowed = allowed;
    }

    @Override
    public Instant convert(String value) {
        if (!allowed) {
            throw new TypeConversionException("the clock of a run is the machine's and cannot be set");
        }
        return new InstantConverter().convert(value);
    }
}
