package muster.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import muster.desk.Form;
import muster.plan.AgentId;
import muster.plan.Parsed;
import muster.run.Lease;
import muster.run.RunAgent;
import muster.run.RunId;
import muster.run.RunState;
import muster.run.RunStatus;
import muster.sandbox.Trust;
import muster.storage.Journal;
import muster.wiring.Means;
import muster.wiring.Performing;
import muster.wiring.Worklist;
import muster.wiring.WorklistBoard;
import muster.wiring.Workspace;
import muster.wiring.desk.Held;
import muster.wiring.desk.Roster;
import muster.wiring.desk.Setting;
import muster.work.Until;
import muster.work.WorkSetting;
import muster.work.WorkTerms;
import muster.work.Worked;
import muster.work.Worker;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What a worker may use, and how it works. All of it is the operator's word; no plan can widen it.
final class WorkOptions {
    /// Heartbeats in one lease, and at least one in the time after which a silent agent counts as dead.
    private static final int BEATS = 3;

    /// Above the time that a worker gives its attempts to end.
    private static final Duration GRACE = Duration.ofSeconds(20);

    private static final AgentId NOBODY = new AgentId("muster");

    @Mixin
    private final MeansOptions means = new MeansOptions();

    @Option(
            names = "--allow-host",
            paramLabel = "HOST[:PORT]",
            description = "a host that HTTP actions may reach; with the port if the address has one")
    private final List<String> hosts = new ArrayList<>();

    @Option(
            names = "--env",
            paramLabel = "NAME",
            description =
                    "an environment variable that trusted commands, agents and secret headers may use; its value is "
                            + "taken out of all that is kept")
    private final List<String> variables = new ArrayList<>();

    @Option(names = "--together", paramLabel = "N", description = "most actions at one time; default: 4")
    private int together = 4;

    @Mixin
    private final Aside aside = new Aside();

    @Mixin
    private final IngressOption ingress = new IngressOption();

    @Option(names = "--lease", paramLabel = "DURATION", description = "lease of each claim; default: PT15M")
    private Duration lease = Lease.USUAL;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    /// Who brings what is said.
    IngressOption ingress() {
        return ingress;
    }

    /// What is to be worked at.
    ///
    /// @param agents in whose names, by ids or names; empty for all of the run
    record Asked(
            Workspace place,
            Journal journal,
            RunId run,
            List<String> agents,
            Until until,
            InstantSource clock,
            Form form) {
        Asked {
            agents = List.copyOf(agents);
        }
    }

    /// Works, and tells what was done.
    ///
    /// @throws InterruptedException if it was interrupted
    Exit work(Console console, Asked asked) throws IOException, InterruptedException {
        return switch (means.means(Trust.SANDBOXED)) {
            case Parsed.Failed<Means>(var problems) -> console.refuse(problems);
            case Parsed.Ok<Means>(var allowed) -> work(console, asked, allowed);
        };
    }

    private Exit work(Console console, Asked asked, Means allowed) throws IOException, InterruptedException {
        if (together < 1) {
            throw new ParameterException(command.commandLine(), "--together takes 1 or more");
        }
        try (var restate = ingress.open(console.environment())) {
            var place =
                    new Workspace(asked.place().root(), allowed, asked.place().store());
            var engine = IngressOption.engine(console, restate);
            var setting = Setting.brought(place, asked.journal(), asked.clock(), engine);
            return aside.during(console, setting, () -> print(console, asked, worked(console, asked, setting)));
        }
    }

    private Worked worked(Console console, Asked asked, Setting setting) throws IOException, InterruptedException {
        var place = setting.workspace();
        return worked(console, asked, place, new Worklist(place, setting.team(asked.run())));
    }

    private Worked worked(Console console, Asked asked, Workspace place, Worklist list)
            throws IOException, InterruptedException {
        var performing = new Performing(place, declared(), environment(console));
        var agents = asked.agents().isEmpty() ? all(list.state()) : named(asked.agents(), list);
        var beat = lease.dividedBy(BEATS);
        var often = Lease.PATIENCE.dividedBy(BEATS);
        var terms = new WorkTerms(agents, together, beat.compareTo(often) < 0 ? beat : often, asked.until());
        var setting = new WorkSetting(place.own().resolve("workers"), asked.clock(), console::say);
        var board = new WorklistBoard(list, asked.journal(), lease);
        return Interruption.during(GRACE, () -> new Worker(board, performing.performers(), terms, setting).work());
    }

    private Set<String> declared() {
        return hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private SortedMap<String, String> environment(Console console) {
        var environment = new TreeMap<String, String>();
        for (var name : variables) {
            var value = console.environment().get(name);
            if (value == null) {
                throw new ParameterException(command.commandLine(), "--env " + name + ": it is not set");
            }
            environment.put(name, value);
        }
        return environment;
    }

    private static List<AgentId> named(List<String> agents, Worklist list) {
        var roster = new Roster(list::team);
        return agents.stream().map(roster::agent).toList();
    }

    /// The team; without one, all who own a step, and somebody for those that nobody owns.
    private static List<AgentId> all(RunState state) {
        var plan = state.plan();
        if (!plan.team().isEmpty()) {
            return plan.team().stream().map(RunAgent::id).toList();
        }
        var agents = plan.steps().stream()
                .flatMap(step -> step.owners().stream())
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        agents.add(NOBODY);
        return agents;
    }

    private static Exit print(Console console, Asked asked, Worked worked) {
        if (asked.form() == Form.JSON) {
            var fields = console.object()
                    .put("run", asked.run().value())
                    .put("run_status", Held.word(worked.status()))
                    .put("done", worked.done())
                    .put("failed", worked.failed())
                    .put("handed_on", worked.handedOn())
                    .put("asked", worked.asked())
                    .put("lost", worked.lost());
            var left = fields.putArray("left");
            worked.left()
                    .forEach((task, why) ->
                            left.addObject().put("task", task.value()).put("why", why));
            console.json("muster.work/1", fields);
        } else {
            console.data("run " + asked.run() + ": " + Held.word(worked.status()) + "; " + worked.done() + " done, "
                    + worked.failed() + " failed, " + worked.handedOn() + " handed on, " + worked.asked() + " asked, "
                    + worked.lost() + " lost");
            worked.left().forEach((task, why) -> console.data("left: " + task + ": " + why));
        }
        return exit(asked.until(), worked);
    }

    private static Exit exit(Until until, Worked worked) {
        var well = worked.failed() + worked.asked() + worked.lost() == 0;
        var enough = switch (until) {
            case ONCE -> worked.done() > 0;
            case IDLE -> true;
            case ENDED -> worked.status() == RunStatus.FINISHED || worked.status() == RunStatus.ROLLED_BACK;
        };
        return worked.status() == RunStatus.FINISHED || (well && enough) ? Exit.YES : Exit.NO;
    }
}
