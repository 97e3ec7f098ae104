package muster.cli;

import muster.coordination.HandOffId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the id of a hand-off from the command line.
final class HandOffIdConverter implements ITypeConverter<HandOffId> {

    @Override
    public HandOffId convert(String text) {
        try {
            return HandOffId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
