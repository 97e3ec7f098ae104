package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import muster.storage.Journal;
import muster.storage.JournalUnavailable;
import muster.storage.Outbox;
import muster.storage.PostgresAddress;
import muster.storage.PostgresJournal;
import muster.storage.SqliteJournal;
import org.jspecify.annotations.Nullable;

/// Where the journal of a workspace is.
public sealed interface JournalPlace {
    /// The environment variable that names a database for all workspaces.
    String VARIABLE = "MUSTER_STORE";

    /// Where the operator says, else where the environment says, else where the workspace's file `.muster/store` says,
    /// else in the workspace's own file.
    ///
    /// @param said null if the operator says nothing
    /// @param environment may also hold the database's password
    /// @throws JournalUnavailable if what the environment or the file says is no address
    static JournalPlace of(Path root, @Nullable PostgresAddress said, Map<String, String> environment) {
        if (said != null) {
            return new InDatabase(said, environment);
        }
        var setting = root.resolve(".muster").resolve("store");
        var variable = environment.get(VARIABLE);
        if (variable != null && !variable.isBlank()) {
            return written(variable, VARIABLE, environment);
        }
        return Files.exists(setting)
                ? written(text(setting), setting.toString(), environment)
                : new InFile(root.resolve(".muster").resolve("muster.db"));
    }

    private static JournalPlace written(String words, String where, Map<String, String> environment) {
        try {
            return new InDatabase(PostgresAddress.of(words.strip()), environment);
        } catch (IllegalArgumentException e) {
            throw new JournalUnavailable(where + ": " + e.getMessage(), e);
        }
    }

    private static String text(Path setting) {
        try {
            return Files.readString(setting);
        } catch (IOException e) {
            throw new JournalUnavailable(setting + " cannot be read; it names where the journal is", e);
        }
    }

    /// False if there is certainly no journal.
    boolean exists();

    /// Opens it, and creates it if it is not there.
    ///
    /// @throws JournalUnavailable if it cannot be opened
    Journal open();

    /// Opens it for reading only.
    ///
    /// @throws JournalUnavailable if it is not there or cannot be opened
    Journal openReadOnly();

    /// Opens what is to be told outside because of it.
    ///
    /// @throws JournalUnavailable if it cannot be opened
    Outbox outbox();

    /// In a file of one machine.
    record InFile(Path file) implements JournalPlace {
        @Override
        public boolean exists() {
            try {
                return Files.isRegularFile(file) && Files.size(file) > 0;
            } catch (IOException e) {
                throw new JournalUnavailable("the journal " + file + " cannot be looked at", e);
            }
        }

        @Override
        public Journal open() {
            try {
                Files.createDirectories(file.getParent());
            } catch (IOException e) {
                throw new JournalUnavailable("cannot make the folder of the journal " + file, e);
            }
            return SqliteJournal.open(file);
        }

        @Override
        public Journal openReadOnly() {
            return SqliteJournal.openReadOnly(file);
        }

        @Override
        public Outbox outbox() {
            return SqliteJournal.outbox(file);
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }

    /// In a database that a team shares.
    ///
    /// @param environment may hold the password
    record InDatabase(PostgresAddress address, Map<String, String> environment) implements JournalPlace {
        public InDatabase {
            environment = Map.copyOf(environment);
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public Journal open() {
            return PostgresJournal.open(address, environment);
        }

        @Override
        public Journal openReadOnly() {
            return PostgresJournal.openReadOnly(address, environment);
        }

        @Override
        public Outbox outbox() {
            return PostgresJournal.outbox(address, environment);
        }

        /// Without anything of the environment.
        @Override
        public String toString() {
            return address.toString();
        }
    }
}
