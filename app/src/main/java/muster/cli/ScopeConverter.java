package muster.cli;

import muster.http.Scope;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a scope of a token.
final class ScopeConverter implements ITypeConverter<Scope> {
    @Override
    public Scope convert(String text) {
        try {
            return Scope.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
