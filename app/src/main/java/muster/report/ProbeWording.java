package muster.report;

import muster.plan.CloudProbe;
import muster.plan.ContentProbe;
import muster.plan.DataProbe;
import muster.plan.HostProbe;
import muster.plan.Probe;

/// What a probe is about, in words for people.
final class ProbeWording {
    private ProbeWording() {}

    /// The path, table, package or party that the expectation is about.
    static String about(Probe probe) {
        return switch (probe) {
            case Probe.Capability(var words, var bound)
            when bound == null -> "no path is stated; searched for " + String.join(", ", words);
            case Probe.Dependency wanted -> wanted.name() + " (" + wanted.ecosystem() + ")";
            case Probe.Remote(var service, var target) -> service + " " + target;
            case Probe other -> other.target();
        };
    }

    static String type(Probe probe) {
        return switch (probe) {
            case Probe.Dependency wanted ->
                switch (wanted.ecosystem()) {
                    case "pip" -> "Python package";
                    case "npm" -> "Node package";
                    default -> wanted.ecosystem() + " package";
                };
            case Probe.Tool _ -> "System tool";
            case Probe.Remote _, CloudProbe _ -> "Remote service";
            case Probe.HandedOver _ -> "Hand-over from another party";
            case Probe.Table _, Probe.ScratchTable _, Probe.Listing _, DataProbe _ -> "Database";
            case Probe.Command _ -> "Command";
            case HostProbe _ -> "Machine";
            case ContentProbe _ -> "File";
            case Probe.FileThere _, Probe.Script _, Probe.Capability _, Probe.Tracked _, Probe.Written _ -> "File";
        };
    }

    static String versionRequired(Probe probe) {
        return switch (probe) {
            case Probe.Dependency wanted -> orAny(wanted.range());
            case Probe.Tool tool -> orAny(tool.range());
            case Probe.FileThere _,
                    Probe.Script _,
                    Probe.Capability _,
                    Probe.Command _,
                    Probe.Table _,
                    Probe.ScratchTable _,
                    Probe.Listing _,
                    Probe.Tracked _,
                    Probe.Written _,
                    Probe.Remote _,
                    Probe.HandedOver _,
                    HostProbe _,
                    ContentProbe _,
                    DataProbe _,
                    CloudProbe _ -> "any";
        };
    }

    private static String orAny(String range) {
        return range.isEmpty() ? "any" : range;
    }
}
