package muster.probes.files;

import java.util.List;
import muster.observation.Findings;
import muster.observation.Ground;
import muster.observation.Looked;
import muster.observation.Observation;
import muster.observation.Words;
import muster.plan.AssuranceLevel;
import muster.plan.Probe;

/// Whether another party has handed over what it owes, and what can be said of a service out of reach.
public record HandOverProbe(Ground ground) {
    /// Where parties put what they hand over; part of the workspace's contract, see docs/reference/probes.md.
    static final String FOLDER = "handed-over/";

    public List<Observation> of(Probe.HandedOver expected) {
        var subject = expected.from() + ": " + expected.what();
        var words = Words.of(expected.what());
        var candidates = ground.files(path -> path.startsWith(FOLDER) && fits(path, expected.from(), words));
        var findings = candidates.stream().map(ground::look).toList();
        for (var looked : findings) {
            if (looked instanceof Looked.Found found && !found.isEmpty()) {
                return List.of(FileProbe.described(
                        Observation.pass(
                                "hand-over",
                                subject,
                                AssuranceLevel.EXISTS,
                                expected.from() + " has handed over " + found.path()),
                        found));
            }
        }
        var message = expected.from() + " has not handed over " + expected.what();
        return List.of(Observation.fail("hand-over", subject, AssuranceLevel.CLAIMED, message)
                .found(Findings.defect("waiting", FOLDER, message)));
    }

    public static List<Observation> remote(Probe.Remote remote) {
        return List.of(Observation.notRun(
                        "remote",
                        remote.service() + " " + remote.target(),
                        remote.service() + " cannot be reached from here; nothing is known of " + remote.target())
                .with("service", remote.service())
                .with("target", remote.target()));
    }

    /// A file counts if its name holds the party's name or lies in its folder, and every word of what is owed.
    private static boolean fits(String path, String from, List<String> words) {
        var tokens = Words.of(path.substring(FOLDER.length()));
        return tokens.containsAll(Words.of(from)) && words.stream().allMatch(word -> Words.hasAlike(tokens, word));
    }
}
