package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Two workspaces with the same run: one is asked here, one at a server.
final class Alike implements AutoCloseable {
    private final Path here;
    private final Path there;
    private final Served served;

    Alike(String plan, Path here, Path there, String... begins) throws IOException {
        this.here = here;
        this.there = there;
        for (var folder : List.of(here, there)) {
            Small.file(folder, "muster.yaml", plan);
            Said.to(Served.joined(begins, "--workspace", folder)).exits(Exit.YES);
        }
        this.served = new Served(there);
    }

    void file(String name, String text) throws IOException {
        for (var folder : List.of(here, there)) {
            Files.createDirectories(folder.resolve(name).getParent());
            Small.file(folder, name, text);
        }
    }

    /// Both say it, in the name of an agent; times, folders and hashes that follow from them are left out of the
    /// comparison.
    Said say(String agent, int exit, Object... words) {
        var local = Said.to(Served.joined(words, "--workspace", here));
        var remote = served.as(agent, words);

        assertThat(local.exit()).as("%s: %s", List.of(words), local.err()).isEqualTo(exit);
        assertThat(plain(remote)).as(List.of(words).toString()).isEqualTo(plain(local));
        return local;
    }

    private List<String> plain(Said said) {
        return (said.exit() + "\n" + said.out() + "\n--\n" + said.err())
                .lines()
                .map(line -> line.replace(here.toString(), "DIR").replace(there.toString(), "DIR"))
                .map(line -> line.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME"))
                .map(line -> line.replaceAll("[0-9a-f]{64}", "HASH"))
                .map(line -> line.replaceAll("[a-z-]+/([a-z-]+/)?[0-9a-f-]{36}", "KEY"))
                .toList();
    }

    @Override
    public void close() {
        served.close();
    }
}
