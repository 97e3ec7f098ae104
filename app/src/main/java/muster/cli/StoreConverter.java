package muster.cli;

import muster.storage.PostgresAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the address of a database that holds a journal.
final class StoreConverter implements ITypeConverter<PostgresAddress> {
    @Override
    public PostgresAddress convert(String text) {
        try {
            return PostgresAddress.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
