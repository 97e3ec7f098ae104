package muster.audit;

import java.util.Locale;
import muster.plan.CloudProbe;
import muster.plan.ContentProbe;
import muster.plan.DataProbe;
import muster.plan.Expectation;
import muster.plan.HostProbe;
import muster.plan.Probe;

/// What part of the work an expectation belongs to; it decides in which document it is reported.
public enum Area {
    SCRIPT,
    INFRASTRUCTURE,
    DEPENDENCY,
    HAND_OVER,
    DELIVERABLE;

    /// The area, by the kind of probe; where the probe leaves it open, by the heading it stood under.
    public static Area of(Expectation expectation) {
        return switch (expectation.probe()) {
            case Probe.FileThere _, Probe.Script _, Probe.Capability _, Probe.Tracked _ -> SCRIPT;
            case Probe.Dependency _, Probe.Tool _ -> DEPENDENCY;
            case Probe.Table _, Probe.ScratchTable _, Probe.Listing _, DataProbe _, CloudProbe _ -> INFRASTRUCTURE;
            case Probe.Command _, Probe.Remote _, HostProbe _ -> byHeading(expectation.group());
            case Probe.HandedOver _ -> HAND_OVER;
            case Probe.Written _, ContentProbe _ -> DELIVERABLE;
        };
    }

    private static Area byHeading(String group) {
        return group.toLowerCase(Locale.ROOT).contains("depend") ? DEPENDENCY : INFRASTRUCTURE;
    }
}
