package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the operator says where the journal is. The databases themselves are looked at in the tests of the storage.
class StoreOptionTest {
    /// Nothing listens there: port 1 is reserved.
    private static final String NOWHERE = "postgresql://ann@127.0.0.1:1/team";

    @TempDir
    Path folder;

    @Test
    void aPasswordInTheAddressIsRefusedAndNotRepeated() throws Exception {
        var said = say("status", "--store", "postgresql://ann:hunter2@127.0.0.1/team");

        said.refuses(Exit.USAGE, "a password must not stand in the address");
        assertThat(said.err()).doesNotContain("hunter2");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsSaid() throws Exception {
        say("log", "verify", "--store", NOWHERE).refuses(Exit.UNAVAILABLE, "the database does not answer");
    }

    @Test
    void theWorkspaceMayNameTheDatabase() throws Exception {
        Files.createDirectories(folder.resolve(".muster"));
        Files.writeString(folder.resolve(".muster").resolve("store"), NOWHERE + "\n");

        say("status").refuses(Exit.UNAVAILABLE, "cannot read the journal " + NOWHERE);
    }

    @Test
    void aWorkspaceThatNamesNoAddressIsSaid() throws Exception {
        Files.createDirectories(folder.resolve(".muster"));
        Files.writeString(folder.resolve(".muster").resolve("store"), "mysql://somewhere\n");

        say("status").refuses(Exit.UNAVAILABLE, "that is no address of PostgreSQL");
    }

    private Said say(Object... words) {
        return Said.to(Stream.concat(Stream.of(words), Stream.of("--workspace", folder))
                .toArray());
    }
}
