package muster.audit;

import java.math.BigDecimal;
import java.util.Set;
import muster.plan.AssuranceLevel;
import muster.plan.CloudProbe;
import muster.plan.ContentProbe;
import muster.plan.DataProbe;
import muster.plan.Expectation;
import muster.plan.HostProbe;
import muster.plan.Matcher;
import muster.plan.Probe;

/// Finds checks that assert nothing: whatever the world is like, they pass.
final class Vacuous {
    private static final Set<String> ANY_TEXT = Set.of("", "^", "$", ".*", "^.*", ".*$", "^.*$");

    private Vacuous() {}

    /// True if no state of the world could make the check fail.
    static boolean is(Expectation expectation) {
        return expectation.level() == AssuranceLevel.CLAIMED
                || switch (expectation.probe()) {
                    case Probe.Capability capability ->
                        capability.bound() == null
                                && capability.words().stream().allMatch(String::isBlank);
                    case HostProbe host -> host(host);
                    case DataProbe data -> data(data);
                    case CloudProbe cloud -> cloud(cloud);
                    case Probe.FileThere _,
                            Probe.Script _,
                            Probe.Command _,
                            Probe.Dependency _,
                            Probe.Tool _,
                            Probe.Table _,
                            Probe.ScratchTable _,
                            Probe.Listing _,
                            Probe.Tracked _,
                            Probe.Written _,
                            Probe.Remote _,
                            Probe.HandedOver _,
                            ContentProbe _ -> false;
                };
    }

    private static boolean host(HostProbe probe) {
        return switch (probe) {
            case HostProbe.RunningProcess process -> anyNumber(process.count());
            case HostProbe.DiskSpace disk -> anyNumber(disk.free());
            case HostProbe _ -> false;
        };
    }

    private static boolean data(DataProbe probe) {
        return probe instanceof DataProbe.Query query && anything(query.values());
    }

    private static boolean cloud(CloudProbe probe) {
        return switch (probe) {
            case CloudProbe.Permission permission -> permission.permissions().isEmpty();
            case CloudProbe.Quota quota -> anyNumber(quota.left());
            case CloudProbe _ -> false;
        };
    }

    /// True for every count, length and size, none of which is negative.
    private static boolean anyNumber(Matcher matcher) {
        return anything(matcher) || (matcher instanceof Matcher.AtLeast(BigDecimal least) && least.signum() <= 0);
    }

    /// True for every value that is there.
    private static boolean anything(Matcher matcher) {
        return switch (matcher) {
            case Matcher.Matches(String pattern) -> ANY_TEXT.contains(pattern);
            case Matcher.Contains(String part) -> part.isEmpty();
            case Matcher.Length(Matcher number) -> anyNumber(number);
            case Matcher.All all -> all.matchers().stream().allMatch(Vacuous::anything);
            case Matcher.Any any -> any.matchers().stream().anyMatch(Vacuous::anything);
            case Matcher.Each each -> anything(each.element());
            case Matcher.Equal _,
                    Matcher.AtLeast _,
                    Matcher.AtMost _,
                    Matcher.InRange _,
                    Matcher.OneOf _,
                    Matcher.Exactly _,
                    Matcher.Not _ -> false;
        };
    }
}
