package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A command says the same, to the letter and to the exit code, whether its run is in a workspace or at a server.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SameOverHttpTest {
    private static final String PLAN = """
            muster: 1
            plan: {id: team, title: A team, start: "2026-01-05T09:00:00Z"}
            agents:
              - {id: ann, name: Ann, kind: ai}
              - {id: bob, name: Bob, kind: ai}
            phases:
              - id: build
                title: Build it
                mode: sequential
                tasks:
                  - {id: extract, title: Extract, owners: [ann], deliverables: [out/data.csv], estimate: 1h}
                  - {id: load, title: Load, owners: [bob], estimate: 1h}
            """;

    @TempDir
    Path here;

    @TempDir
    Path there;

    @BeforeEach
    void aRunWasBegunInBoth() throws IOException {
        for (var folder : List.of(here, there)) {
            Small.file(folder, "muster.yaml", PLAN);
            Said.to("run", "--workspace", folder, "--checked").exits(Exit.YES);
        }
    }

    @Test
    void whatAgentsSayOfStepsIsAnsweredAlike() throws IOException {
        try (var served = new Served(there)) {
            same(served, "ann", 0, "status");
            same(served, "ann", 0, "status", "--run", "team", "--json");
            same(served, "bob", 1, "next", "--as", "bob");
            same(served, "ann", 0, "next", "--as", "ann", "--json");
            same(served, "ann", 4, "next", "--as", "ann", "--run", "other");
            same(served, "bob", 5, "claim", "extract", "--as", "bob", "--json");
            same(served, "bob", 4, "claim", "nothing", "--as", "bob");
            same(served, "ann", 0, "claim", "--as", "ann", "--lease", "PT1H", "--key", "twice", "--json");
            same(served, "ann", 0, "claim", "--as", "ann", "--key", "twice", "--writes", "lib/**", "--json");
            same(served, "ann", 0, "heartbeat", "extract", "--fence", "1", "--as", "ann");
            same(served, "ann", 1, "done", "extract", "--fence", "1", "--as", "ann", "--json");
            same(served, "ann", 0, "ask", "extract", "--fence", "1", "--question", "Which?", "--as", "ann");
            same(served, "bob", 0, "reply", "extract", "--answer", "That", "--as", "bob", "--json");
            same(served, "ann", 0, "claim", "--as", "ann");
            same(served, "ann", 0, "release", "extract", "--fence", "2", "--reason", "late", "--as", "ann");
            same(served, "ann", 5, "heartbeat", "extract", "--fence", "2", "--as", "ann", "--json");
            same(served, "ann", 0, "claim", "--as", "ann");
            for (var folder : List.of(here, there)) {
                Small.file(Files.createDirectories(folder.resolve("out")), "data.csv", "1;2\n");
            }
            same(served, "ann", 0, "done", "extract", "--fence", "3", "--output", "rows=2", "--as", "ann");
            same(served, "ann", 5, "check", "extract", "--fence", "3", "--accept", "fine", "--as", "ann");
            same(served, "bob", 0, "check", "extract", "--fence", "3", "--accept", "fine", "--as", "bob", "--json");
            same(served, "bob", 2, "claim", "Not An Id", "--as", "bob");
            same(served, "ann", 0, "status", "--json");
        }
    }

    /// Both say it; times, folders and what depends on either are left out of the comparison.
    private void same(Served served, String agent, int exit, Object... words) {
        var local = Said.to(Served.joined(words, "--workspace", here));
        var remote = served.as(agent, words);

        assertThat(local.exit()).as("%s: %s", List.of(words), local.err()).isEqualTo(exit);
        assertThat(plain(remote)).as(List.of(words).toString()).isEqualTo(plain(local));
    }

    private List<String> plain(Said said) {
        var lines = new ArrayList<String>();
        (said.exit() + "\n" + said.out() + said.err())
                .lines()
                .map(line -> line.replace(here.toString(), "DIR").replace(there.toString(), "DIR"))
                .map(line -> line.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME"))
                .forEach(lines::add);
        return lines;
    }
}
