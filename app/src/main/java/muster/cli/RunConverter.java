package muster.cli;

import muster.run.RunId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the id of a run.
final class RunConverter implements ITypeConverter<RunId> {
    @Override
    public RunId convert(String text) {
        try {
            return new RunId(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
