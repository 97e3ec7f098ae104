package muster.yaml;

import java.math.BigDecimal;
import java.util.List;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.AssuranceLevel;
import muster.plan.Branch;
import muster.plan.Claim;
import muster.plan.ClaimValue;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.GitStep;
import muster.plan.HostProbe;
import muster.plan.HttpMethod;
import muster.plan.Invocation;
import muster.plan.Language;
import muster.plan.Matcher;
import muster.plan.Need;
import muster.plan.Origin;
import muster.plan.PhaseId;
import muster.plan.Presence;
import muster.plan.Probe;
import muster.plan.Remedy;
import muster.plan.TaskId;

/// Expectations with their probes and remedies, actions and claims, by chance.
record ExpectationDice(Dice dice, HostDice hosts, List<AgentId> agents, List<PhaseId> phases) {

    Expectation expectation() {
        return new Expectation(
                        new ExpectationId("e" + dice.next()),
                        dice.line(),
                        dice.any(),
                        dice.pick(Need.values()),
                        dice.pick(AssuranceLevel.values()),
                        probe(),
                        dice.maybe(dice::text),
                        dice.list(_ -> dice.pick(phases)),
                        dice.list(_ -> remedy()),
                        dice.maybe(dice::text),
                        dice.maybe(dice::text),
                        dice.source())
                .on(dice.maybe(() -> dice.pick(TeamDice.TARGETS)));
    }

    private Remedy remedy() {
        return new Remedy(
                new TaskId("remedy" + dice.next()),
                dice.line(),
                dice.pick(agents),
                dice.estimate(),
                dice.money(),
                action(),
                dice.facts());
    }

    private Probe probe() {
        return switch (dice.random().nextInt(17)) {
            case 0 -> new Probe.FileThere(dice.text());
            case 1 -> new Probe.Script(dice.text(), dice.pick(Language.values()));
            case 2 -> new Probe.Capability(dice.some(dice.texts()), dice.maybe(dice::text));
            case 3 -> new Probe.Command(dice.argv(), dice.random().nextInt(3), dice.maybe(dice::text));
            case 4 -> new Probe.Dependency(dice.pick(List.of("pip", "apt", "npm")), dice.text(), dice.any());
            case 5 -> new Probe.Tool(dice.text(), dice.any());
            case 6 -> new Probe.Table(dice.text(), dice.text(), dice.texts());
            case 7 -> new Probe.ScratchTable(dice.text());
            case 8 -> new Probe.Listing(dice.text(), dice.random().nextLong(Long.MAX_VALUE));
            case 9 -> new Probe.Tracked(dice.text());
            case 10 -> new Probe.Written(dice.text());
            case 11 -> new Probe.Remote(dice.text(), dice.text());
            case 12 -> hosts.hostProbe();
            case 13 -> hosts.netProbe();
            case 14 ->
                new HostProbe.Service(
                        dice.text(), dice.pick(Presence.values()), dice.maybe(() -> dice.pick(Presence.values())));
            case 15 ->
                new Probe.Command(
                        new Invocation.Shell(dice.text()),
                        new Matcher.Not(hosts.matcher()),
                        List.of(hosts.matcher()),
                        List.of(hosts.matcher()),
                        null);
            default -> new Probe.HandedOver(dice.text(), dice.text());
        };
    }

    Action action() {
        return switch (dice.random().nextInt(7)) {
            case 0 -> new Action.Command(dice.argv(), dice.maybe(this::branch), dice.maybe(dice::duration));
            case 1 -> new Action.Sql(dice.text(), dice.some(dice.texts()));
            case 2 -> new Action.Pack(dice.text(), dice.table());
            case 3 ->
                new Action.Http(
                        dice.pick(HttpMethod.values()),
                        dice.text(),
                        dice.table(),
                        dice.table(),
                        dice.maybe(dice::any),
                        dice.list(_ -> 100 + dice.random().nextInt(500)),
                        dice.maybe(dice::duration));
            case 4 ->
                new Action.Git(dice.pick(GitStep.values()), branch(), dice.maybe(this::branch), dice.maybe(dice::text));
            case 5 -> new Action.Agent(dice.argv(), dice.any(), dice.maybe(this::branch), dice.maybe(dice::duration));
            default -> new Action.Manual(dice.any());
        };
    }

    private Branch branch() {
        return new Branch(dice.pick(List.of("main", "task/load-2", "v1.2", "_a/B_c.d")));
    }

    Claim claim() {
        return new Claim(dice.item(), dice.text(), stated(), dice.pick(Origin.values()), dice.any(), dice.source());
    }

    private ClaimValue stated() {
        return switch (dice.random().nextInt(9)) {
            case 0 -> new ClaimValue.Version("3.14." + dice.random().nextInt(9));
            case 1 -> new ClaimValue.Status("not needed");
            case 2 ->
                new ClaimValue.Dated(
                        java.time.LocalDate.EPOCH.plusDays(dice.random().nextInt(9999)));
            case 3 -> new ClaimValue.Existence("a/" + dice.random().nextInt(9) + ".py");
            case 4 ->
                new ClaimValue.Computed(BigDecimal.valueOf(dice.random().nextInt(100_000), 2), "tables", "1 + 2 * 3.5");
            case 5 ->
                new ClaimValue.Columns(List.of("id", "total_" + dice.random().nextInt(9)));
            case 6 -> joined();
            case 7 -> limit();
            default -> ClaimValue.of(dice.amount().negate(), dice.any());
        };
    }

    private ClaimValue joined() {
        var sources = new java.util.LinkedHashMap<String, BigDecimal>();
        sources.put("a.csv", BigDecimal.valueOf(dice.random().nextInt(100)));
        sources.put("db.b", BigDecimal.TEN);
        return new ClaimValue.Joined(
                BigDecimal.valueOf(dice.random().nextInt(200)),
                sources,
                dice.random().nextBoolean() ? "" : "id");
    }

    private ClaimValue limit() {
        return switch (dice.random().nextInt(3)) {
            case 0 -> new ClaimValue.Limit(null, "", null);
            case 1 ->
                new ClaimValue.Limit(
                        BigDecimal.valueOf(dice.random().nextInt(100)),
                        dice.any().equals("") ? "" : "rows",
                        null);
            default ->
                new ClaimValue.Limit(
                        BigDecimal.ONE,
                        "TiB",
                        java.time.Duration.ofSeconds(1 + dice.random().nextInt(90)));
        };
    }
}
