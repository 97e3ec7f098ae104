package muster.packs.training.files;

import java.nio.charset.StandardCharsets;

/// File names for tables of any name.
public final class FileName {
    public static final String PARQUET = ".parquet";

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789_-";

    private FileName() {}

    /// The name of a table's file: what is no small letter, digit, underscore or hyphen becomes a percent sign and
    /// hexadecimal digits, so two tables never share a file, whatever the disk thinks of case.
    public static String of(String table) {
        var name = new StringBuilder();
        for (byte each : table.getBytes(StandardCharsets.UTF_8)) {
            name.append(PLAIN.indexOf(each) >= 0 ? String.valueOf((char) each) : "%%%02X".formatted(each));
        }
        return name + PARQUET;
    }

    /// The stem of a file's name.
    public static String stem(String file) {
        return file.endsWith(PARQUET) ? file.substring(0, file.length() - PARQUET.length()) : file;
    }
}
