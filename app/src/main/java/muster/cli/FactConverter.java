package muster.cli;

import muster.plan.FactId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the id of a fact.
final class FactConverter implements ITypeConverter<FactId> {
    @Override
    public FactId convert(String text) {
        try {
            return new FactId(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
