package muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A command says the same, to the letter and to the exit code, whether its run is in a workspace or at a server.
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class SameOverHttpTest {

    @TempDir
    Path here;

    @TempDir
    Path there;

    @Test
    void whatAgentsSayOfStepsIsAnsweredAlike() throws IOException {
        try (var both = new Alike(Small.TEAM, here, there, "run", "--checked")) {
            both.say("ann", 0, "status");
            both.say("ann", 0, "status", "--run", "team", "--json");
            both.say("bob", 1, "next", "--as", "bob");
            both.say("ann", 0, "next", "--as", "ann", "--json");
            both.say("ann", 4, "next", "--as", "ann", "--run", "other");
            both.say("bob", 5, "claim", "extract", "--as", "bob", "--json");
            both.say("bob", 4, "claim", "nothing", "--as", "bob");
            both.say("ann", 0, "claim", "--as", "ann", "--lease", "PT1H", "--key", "twice", "--json");
            both.say("ann", 0, "claim", "--as", "ann", "--key", "twice", "--writes", "lib/**", "--json");
            both.say("ann", 0, "heartbeat", "extract", "--fence", "1", "--as", "ann");
            both.say("ann", 1, "done", "extract", "--fence", "1", "--as", "ann", "--json");
            both.say("ann", 0, "ask", "extract", "--fence", "1", "--question", "Which?", "--as", "ann");
            both.say("bob", 0, "reply", "extract", "--answer", "That", "--as", "bob", "--json");
            both.say("ann", 0, "claim", "--as", "ann");
            both.say("ann", 0, "release", "extract", "--fence", "2", "--reason", "late", "--as", "ann");
            both.say("ann", 5, "heartbeat", "extract", "--fence", "2", "--as", "ann", "--json");
            both.say("ann", 0, "claim", "--as", "ann");
            both.file("out/data.csv", "1;2\n");
            both.say("ann", 0, "done", "extract", "--fence", "3", "--output", "rows=2", "--as", "ann");
            both.say("ann", 5, "check", "extract", "--fence", "3", "--accept", "fine", "--as", "ann");
            both.say("bob", 0, "check", "extract", "--fence", "3", "--accept", "fine", "--as", "bob", "--json");
            both.say("bob", 2, "claim", "Not An Id", "--as", "bob");
            both.say("ann", 0, "status", "--json");
        }
    }
}
