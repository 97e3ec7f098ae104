package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import muster.storage.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A team's journal in a real database, told from the command line of two machines.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PostgresStoreTest {
    /// What the driver asks for the file that holds passwords, beside `PGPASSFILE`.
    private static final String PASSWORDS = "org.postgresql.pgpassfile";

    @TempDir
    Path folder;

    private String address = "";

    @BeforeEach
    void aDatabaseAndItsPassword() throws IOException {
        var server = PostgresServer.shared();
        var named = server.fresh();
        address = named.substring(0, named.indexOf('?'));
        var passwords = Files.writeString(folder.resolve("passwords"), "*:*:*:*:" + server.password() + "\n");
        Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-------"));
        System.setProperty(PASSWORDS, passwords.toString());
    }

    @AfterEach
    void thePasswordIsForgotten() {
        System.clearProperty(PASSWORDS);
    }

    @Test
    void aRunGoesOnFromWhicheverMachineItIsTold() throws IOException {
        Small.file(Files.createDirectory(folder.resolve("here")), "muster.yaml", Small.ONE);
        Files.createDirectory(folder.resolve("there"));

        on("here", "run").exits(Exit.YES);
        assertThat(on("there", "next", "--as", "ann").exits(Exit.YES).out()).contains("one");
        on("there", "claim", "one", "--as", "ann").exits(Exit.YES);
        on("here", "claim", "one", "--as", "ann").refuses(Exit.CONFLICT, "you hold it already");
        on("here", "done", "one", "--as", "ann", "--fence", "1").exits(Exit.YES);
        var status = on("there", "status", "--json").exits(Exit.YES).json("muster.status/1");
        var checked = on("there", "log", "verify", "--json").exits(Exit.YES).json("muster.log-verify/1");

        assertThat(status.at("/runs/0/steps/0/state").asString()).isEqualTo("done");
        assertThat(checked.path("holds").asBoolean()).isTrue();
        assertThat(checked.path("entries").asLong())
                .isEqualTo(status.at("/runs/0/events").asLong());
        assertThat(folder.resolve("here/.muster/muster.db")).doesNotExist();
    }

    private Said on(String machine, Object... words) {
        return Said.to(
                Stream.concat(Stream.of(words), Stream.of("--store", address, "--workspace", folder.resolve(machine)))
                        .toArray());
    }
}
