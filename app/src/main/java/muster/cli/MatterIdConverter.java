package muster.cli;

import muster.coordination.MatterId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the id of a blocker or a conflict from the command line.
final class MatterIdConverter implements ITypeConverter<MatterId> {

    @Override
    public MatterId convert(String text) {
        try {
            return MatterId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
