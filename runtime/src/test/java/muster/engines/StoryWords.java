package muster.engines;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.PhaseId;
import muster.plan.ResourceId;
import muster.plan.TaskId;
import muster.run.ClaimCommand;
import muster.run.Command;
import muster.run.Hands;
import muster.run.Lease;
import muster.run.Place;
import muster.run.RunPlan;
import muster.run.RunState;
import muster.run.SteerCommand;
import muster.run.StepState;

/// A line of a story as a command: who, verb, object, more.
///
/// @param state of the run before, for the fence that is not said
record StoryWords(RunPlan plan, RunState state, List<String> words) {

    static Command command(RunPlan plan, RunState state, String line) {
        return new StoryWords(plan, state, List.of(line.split("\\s+", -1))).command();
    }

    /// Such as `90s`, `5m`, `2h`.
    static Duration span(String text) {
        return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    }

    private Command command() {
        return switch (verb()) {
            case "takes",
                    "beats",
                    "finishes",
                    "gives-up",
                    "releases",
                    "hands-on",
                    "accepts",
                    "returns",
                    "expires",
                    "spends",
                    "wonders" -> claim();
            case "pauses", "continues", "cancels", "skips", "tops-up", "goes-again", "settles-for" -> steer();
            case "reopens" -> new Command.Reopen(new GateId(words.get(2)), who(), "seen to");
            case "starts" -> new Command.Start(plan, "digest", facts(""));
            case "reports" -> new Command.ReportFacts(who(), facts("+"), facts("-"));
            case "follows" -> new Command.FollowTeam(who(), facts("+"), facts("-"));
            case "notes" -> new Command.Note("remark", String.join(" ", words.subList(2, words.size())));
            case "approves" -> new Command.Approve(new GateId(words.get(2)), who(), "fine");
            case "rejects" -> new Command.Reject(new GateId(words.get(2)), who(), "not fine");
            case "rolls-back" -> new Command.RollBack(who(), "enough");
            case "recovers" -> new Command.Recover(new TreeSet<>());
            default -> attempt();
        };
    }

    private Command attempt() {
        return switch (verb()) {
            case "claims" -> new Command.Claim(task(), who(), Place.ENGINE);
            case "succeeds" -> new Command.Succeed(task(), fence(), outputs());
            case "fails" -> new Command.Fail(task(), fence(), "broken");
            case "asks" -> new Command.Ask(task(), fence(), List.of("which?"));
            case "loses" -> new Command.Lose(task(), fence(), "gone");
            case "answers" -> new Command.Answer(task(), who(), "that");
            case "completes" -> new Command.CompleteManual(task(), who(), Hands.REAL, new TreeMap<>());
            case "retries" -> new Command.Retry(task(), who(), "once more");
            default -> throw new IllegalArgumentException("no verb " + verb() + " in " + words);
        };
    }

    private Command claim() {
        return switch (verb()) {
            case "takes" -> new ClaimCommand.Take(task(), who(), lease(), after("writing"), digests());
            case "spends" -> new ClaimCommand.Spend(task(), fence(), who(), amounts());
            case "wonders" -> new ClaimCommand.Ask(task(), fence(), who(), List.of("which?"));
            case "beats" -> new ClaimCommand.Beat(task(), fence(), who());
            case "finishes" -> new ClaimCommand.Finish(task(), fence(), who(), digests(), outputs());
            case "gives-up" -> new ClaimCommand.GiveUp(task(), fence(), who(), "too hard");
            case "hands-on" -> new ClaimCommand.HandOn(task(), fence(), who());
            case "releases" -> new ClaimCommand.Release(task(), fence(), who(), "for another");
            case "accepts" -> new ClaimCommand.Accept(task(), fence(), who(), "fine");
            case "returns" -> new ClaimCommand.SendBack(task(), fence(), who(), "not fine");
            default -> new ClaimCommand.Expire();
        };
    }

    private Command steer() {
        return switch (verb()) {
            case "pauses" -> new SteerCommand.Pause(who(), "wait");
            case "continues" -> new SteerCommand.Continue(who(), "on");
            case "cancels" -> new SteerCommand.Cancel(who(), "enough");
            case "tops-up" ->
                new SteerCommand.Raise(new ResourceId(words.get(2)), new BigDecimal(words.get(3)), who(), "needed");
            case "goes-again" -> new SteerCommand.Again(new PhaseId(words.get(2)), who(), "nearly");
            case "settles-for" -> new SteerCommand.Settle(new PhaseId(words.get(2)), who(), "good enough");
            default -> new SteerCommand.Skip(task(), who(), "not needed");
        };
    }

    private AgentId who() {
        return new AgentId(words.getFirst());
    }

    private String verb() {
        return words.get(1);
    }

    private TaskId task() {
        return new TaskId(words.get(2));
    }

    private Duration lease() {
        var said = after("for");
        return said.isEmpty() ? Lease.USUAL : span(said.getFirst());
    }

    private List<String> after(String word) {
        var at = words.indexOf(word);
        return at < 0 ? List.of() : List.of(words.get(at + 1));
    }

    private TreeMap<String, String> digests() {
        var found = new TreeMap<String, String>();
        words.stream()
                .filter(word -> word.contains("="))
                .forEach(
                        word -> found.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1)));
        return found;
    }

    private TreeMap<ResourceId, BigDecimal> amounts() {
        var amounts = new TreeMap<ResourceId, BigDecimal>();
        digests().forEach((budget, amount) -> amounts.put(new ResourceId(budget), new BigDecimal(amount)));
        return amounts;
    }

    /// Such as `errors:3`.
    private TreeMap<String, String> outputs() {
        var found = new TreeMap<String, String>();
        words.stream()
                .filter(word -> word.contains(":"))
                .forEach(
                        word -> found.put(word.substring(0, word.indexOf(':')), word.substring(word.indexOf(':') + 1)));
        return found;
    }

    private TreeSet<FactId> facts(String sign) {
        var facts = new TreeSet<FactId>();
        words.stream()
                .skip(2)
                .filter(word -> word.startsWith(sign))
                .map(word -> new FactId(word.substring(sign.length())))
                .forEach(facts::add);
        return facts;
    }

    private long fence() {
        var said = words.stream().filter(word -> word.startsWith("#")).map(word -> Long.parseLong(word.substring(1)));
        return Stream.concat(said, Stream.of(present())).findFirst().orElseThrow();
    }

    private long present() {
        return switch (state.steps().get(task())) {
            case StepState.Running running -> running.attempt().fence();
            case StepState.Submitted submitted -> submitted.attempt().fence();
            case null, default -> state.fence();
        };
    }
}
