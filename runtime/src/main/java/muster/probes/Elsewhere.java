package muster.probes;

import java.util.concurrent.ConcurrentHashMap;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.Address;
import muster.plan.AssuranceLevel;
import muster.plan.CloudProbe;
import muster.plan.ContentProbe;
import muster.plan.DataProbe;
import muster.plan.Expectation;
import muster.plan.HostProbe;
import muster.plan.Probe;
import muster.plan.Target;
import muster.probes.host.OtherMachine;
import muster.probes.packages.Ecosystem;
import muster.sandbox.Limits;
import muster.sandbox.SandboxResult;
import muster.sandbox.Trust;
import muster.targets.Routes;
import muster.targets.Shells;
import org.jspecify.annotations.Nullable;

/// Makes probes on other machines. What cannot look there is NOT_RUN, and never made here instead.
public final class Elsewhere {
    private static final String WORKSPACE = "it looks at the workspace, which is on this machine";
    private static final String SERVICE = "it asks a service, which is the same from everywhere";

    private final Routes routes;
    private final Trust trust;
    private final ConcurrentHashMap<Address, Machine> machines = new ConcurrentHashMap<>();

    private record Machine(Shells shells, OtherMachine looks) {}

    /// @param trust whether machines that only a plan names may be reached, and commands be run there
    Elsewhere(Routes routes, Trust trust) {
        this.routes = routes;
        this.trust = trust;
    }

    /// Whether a probe is about a machine at all, and not about the workspace, a database or a service.
    public static boolean isOfMachine(Probe probe) {
        return switch (probe) {
            case HostProbe _, Probe.Command _, Probe.Tool _, Probe.Dependency _ -> true;
            case Probe.FileThere _,
                    Probe.Script _,
                    Probe.Capability _,
                    Probe.Table _,
                    Probe.ScratchTable _,
                    Probe.Listing _,
                    Probe.Tracked _,
                    Probe.Written _,
                    Probe.Remote _,
                    Probe.HandedOver _,
                    ContentProbe _,
                    DataProbe _,
                    CloudProbe _ -> false;
        };
    }

    /// Why a probe cannot look at another machine; null if it can.
    static @Nullable String whyNot(Probe probe) {
        return switch (probe) {
            case HostProbe host -> OtherMachine.whyNot(host);
            case Probe.Command _, Probe.Tool _ -> null;
            case Probe.Dependency(String ecosystem, String _, String _) ->
                ecosystem.equals(Ecosystem.APT.word()) ? null : "it looks at packages that this machine keeps";
            case Probe.FileThere _,
                    Probe.Script _,
                    Probe.Capability _,
                    Probe.Tracked _,
                    Probe.Written _,
                    Probe.HandedOver _,
                    ContentProbe _ -> WORKSPACE;
            case Probe.Table _, Probe.ScratchTable _, Probe.Listing _, Probe.Remote _, DataProbe _, CloudProbe _ ->
                SERVICE;
        };
    }

    /// What a probe sees there.
    Observation of(Expectation expectation, Target target) throws InterruptedException {
        var seen = observed(expectation, target);
        return seen.with("target", target.id().value());
    }

    private Observation observed(Expectation expectation, Target target) throws InterruptedException {
        var probe = expectation.probe();
        var why = whyNot(probe);
        if (why != null) {
            return Observation.notRun("target", probe.target(), why + "; it cannot be made on " + target.address());
        }
        if (!trust.reachesHost() && !routes.given().contains(target.address())) {
            return Observation.notRun(
                    "target",
                    probe.target(),
                    "only a plan names " + target.address() + "; the operator must, by --target or --trust operator");
        }
        return switch (probe) {
            case HostProbe host -> machine(target).looks().of(host, expectation.probing());
            case Probe.Tool tool -> machine(target).looks().of(tool, expectation.probing());
            case Probe.Dependency wanted -> machine(target).looks().of(wanted, expectation.probing());
            case Probe.Command command -> command(command, expectation, target);
            case Probe other -> Observation.notRun("target", other.target(), String.valueOf(why));
        };
    }

    private Observation command(Probe.Command command, Expectation expectation, Target target)
            throws InterruptedException {
        var name = command.target();
        if (name.isBlank()) {
            return Observation.error("command", name, "the command is empty");
        }
        if (!trust.reachesHost()) {
            return Observation.notRun(
                    "command", name, "commands run on another machine only under the operator's trust");
        }
        var limit = expectation.probing().timeout() == null
                ? Limits.BRIEF.wall()
                : expectation.probing().timeout();
        var seen = switch (machine(target).shells().run(command.invocation(), limit)) {
            case SandboxResult.Finished finished -> CommandProbe.compared(name, command, finished);
            case SandboxResult.TimedOut late ->
                Observation.fail("command", name, AssuranceLevel.EXISTS, "it ran longer than " + late.told())
                        .found(Findings.defect("timed-out", name, "it did not end by itself"));
            case SandboxResult.NotAvailable(String why) -> Observation.inconclusive("command", name, why);
        };
        return seen.about(command.invocation().argv());
    }

    private Machine machine(Target target) {
        return machines.computeIfAbsent(target.address(), address -> {
            var shells = new Shells(routes.driver(address));
            return new Machine(shells, new OtherMachine(shells));
        });
    }

    /// Looks anew and connects anew; for another try.
    void forget() {
        machines.values().forEach(one -> one.looks().forget());
    }

    /// Ends all connections.
    void rest() {
        machines.values().forEach(one -> one.shells().close());
    }
}
