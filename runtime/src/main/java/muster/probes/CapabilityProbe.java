package muster.probes;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import muster.observation.Findings;
import muster.observation.Ground;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.Expectation;
import muster.plan.Language;
import muster.plan.Probe;
import muster.probes.scripts.ScriptProbe;
import muster.run.ActionResult;

/// Whether something can do what is expected: a pack's action, a bound script, or the one script that claims it and
/// shows it.
record CapabilityProbe(Ground ground, ScriptProbe scripts, SortedMap<String, SelfTest> selfTests) {

    private static final Map<String, Language> BY_ENDING = Map.of(
            "py", Language.PYTHON,
            "sql", Language.SQL,
            "yaml", Language.YAML,
            "yml", Language.YAML,
            "java", Language.JAVA);

    List<Observation> of(Probe.Capability capability, Expectation expectation) throws InterruptedException {
        var bound = capability.bound();
        if (bound == null) {
            return searched(capability.words(), expectation.level());
        }
        var selfTest = selfTests.get(bound);
        if (selfTest != null) {
            return List.of(tested(bound, selfTest.run()));
        }
        return bound.contains("/") || ground.has(bound)
                ? scripts.of(new Probe.Script(bound, language(bound)), expectation.level())
                : List.of(Observation.notRun(
                        "self-test", bound, "no pack here has an action " + bound + " with a self-test"));
    }

    private static Observation tested(String action, ActionResult result) {
        return switch (result) {
            case ActionResult.Succeeded(var outputs) ->
                Observation.pass(
                                "self-test",
                                action,
                                AssuranceLevel.SCRATCH_ROUND_TRIP,
                                action + " works on its own material")
                        .with(outputs);
            case ActionResult.Failed(String why) ->
                Observation.fail(
                                "self-test",
                                action,
                                AssuranceLevel.EXISTS,
                                action + " fails on its own material: " + why)
                        .found(Findings.defect("self-test-failed", action, why));
            case ActionResult.NeedsDecision(var questions) ->
                Observation.inconclusive("self-test", action, String.join("; ", questions));
        };
    }

    private List<Observation> searched(List<String> words, AssuranceLevel level) throws InterruptedException {
        var subject = String.join(" ", words);
        var candidates = new CandidateSearch(ground, scripts.inspector()).of(words);
        var strong =
                candidates.stream().filter(CandidateSearch.Candidate::shown).toList();
        if (strong.size() == 1) {
            var path = strong.getFirst().path();
            return scripts.of(new Probe.Script(path, language(path)), level).stream()
                    .map(seen -> seen.with("candidate", path).with("sought", subject))
                    .toList();
        }
        if (strong.size() > 1) {
            var paths = strong.stream().map(CandidateSearch.Candidate::path).toList();
            return List.of(Observation.inconclusive(
                            "capability", subject, paths.size() + " scripts may be meant: " + String.join(", ", paths))
                    .found(paths.stream()
                            .map(path ->
                                    Findings.remark("ambiguous-candidates", path, "it may be what is meant; bind one"))
                            .toList()));
        }
        return List.of(Observation.fail(
                        "capability", subject, AssuranceLevel.CLAIMED, "no script does this: " + subject)
                .found(Findings.defect("no-candidate", subject, "no script's name and content fit"))
                .found(candidates.stream()
                        .map(near -> Findings.remark("near-miss", near.path(), near.why()))
                        .toList()));
    }

    static Language language(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (name.startsWith("dockerfile")) {
            return Language.DOCKERFILE;
        }
        return BY_ENDING.getOrDefault(name.substring(name.lastIndexOf('.') + 1), Language.SHELL);
    }
}
