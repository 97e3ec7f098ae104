package muster.packs.warehouse.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;

/// Disk space kept beside a warehouse, so that an undo can still commit after the disk has become full.
///
/// After a full disk DuckDB keeps what its file has grown by, and not even an undo could be written.
public record Reserve(Path file) {
    /// An undo of 1,596 renames writes less.
    private static final int MEBIBYTES = 8;

    /// Takes the space, unless it is taken.
    public void keep() throws SQLException {
        if (Files.exists(file)) {
            return;
        }
        var block = new byte[1 << 20];
        Arrays.fill(block, (byte) 'r');
        try (var stream = Files.newOutputStream(file)) {
            for (int i = 0; i < MEBIBYTES; i++) {
                stream.write(block);
            }
        } catch (IOException e) {
            spend();
            throw new SQLException(
                    "no %d MiB can be kept at %s for an undo, so nothing was begun".formatted(MEBIBYTES, file), e);
        }
    }

    /// Gives the space back.
    public void spend() throws SQLException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new SQLException("the reserve at " + file + " cannot be deleted", e);
        }
    }
}
