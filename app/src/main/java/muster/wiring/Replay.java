package muster.wiring;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.audit.Evidence;
import muster.audit.InputDigest;
import muster.plan.Expectation;
import muster.plan.Plan;

/// Probes again what a record of evidence says, and compares.
public final class Replay {
    private static final String NONE = "none";

    private final Workspace workspace;
    private final InstantSource clock;

    /// A replay in a workspace.
    public Replay(Workspace workspace, InstantSource clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Outcome {

        /// The probe saw the same.
        record Same(Evidence again) implements Outcome {}

        /// The probe saw something else.
        ///
        /// @param differences one a line: what, before, after
        record Different(Evidence again, List<String> differences) implements Outcome {
            public Different {
                differences = List.copyOf(differences);
            }
        }

        /// The plan no longer has the expectation, or its probe no longer looks at this.
        record NotRepeatable(String why) implements Outcome {}
    }

    /// Probes the expectation behind a record again. Nothing is kept.
    public Outcome of(Evidence before, Plan plan) throws IOException {
        var expectation = plan.expectations().stream()
                .filter(each -> each.id().equals(before.expectation()))
                .findFirst();
        return expectation.isEmpty()
                ? new Outcome.NotRepeatable("the plan has no expectation " + before.expectation())
                : compared(before, probed(expectation.get()));
    }

    private List<Evidence> probed(Expectation expectation) throws IOException {
        var pack = Examination.pack(workspace, clock);
        return new Auditing(workspace, pack, clock, Progress.SILENT).probe(expectation);
    }

    private static Outcome compared(Evidence before, List<Evidence> seen) {
        var again = seen.stream()
                .filter(each -> each.kind().equals(before.kind()))
                .filter(each -> each.subject().equals(before.subject()))
                .findFirst();
        if (again.isEmpty()) {
            return new Outcome.NotRepeatable("the probe no longer yields evidence of the kind " + before.kind()
                    + " about " + String.join(" ", before.subject()));
        }
        if (isElsewhere(before) != isElsewhere(again.get())) {
            return new Outcome.NotRepeatable("it was seen on " + before.host() + ", not on "
                    + again.get().host());
        }
        var differences = differences(before, again.get());
        return differences.isEmpty() ? new Outcome.Same(again.get()) : new Outcome.Different(again.get(), differences);
    }

    /// The address of another machine has a scheme, the name of this one has none.
    private static boolean isElsewhere(Evidence evidence) {
        return evidence.host().contains("://");
    }

    /// When, where and how long is left out.
    static List<String> differences(Evidence before, Evidence after) {
        var differences = new ArrayList<String>();
        compare("result", before.result(), after.result(), differences);
        compare("reached", before.reached(), after.reached(), differences);
        compare("summary", before.summary(), after.summary(), differences);
        compare("findings", before.findings(), after.findings(), differences);
        maps(before.attributes(), after.attributes(), differences);
        maps(digests(before), digests(after), differences);
        compare("output", before.output(), after.output(), differences);
        return differences;
    }

    private static SortedMap<String, String> digests(Evidence evidence) {
        var digests = new TreeMap<String, String>();
        for (InputDigest input : evidence.inputs()) {
            digests.put("sha256 of " + input.input(), input.sha256());
        }
        return digests;
    }

    private static void maps(
            SortedMap<String, String> before, SortedMap<String, String> after, List<String> differences) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.forEach(
                name -> compare(name, before.getOrDefault(name, NONE), after.getOrDefault(name, NONE), differences));
    }

    private static void compare(String what, Object before, Object after, List<String> differences) {
        if (!Objects.equals(before, after)) {
            differences.add(what + ": " + before + " -> " + after);
        }
    }
}
