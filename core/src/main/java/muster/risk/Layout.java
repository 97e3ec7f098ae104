package muster.risk;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A network as arrays, in the order of [Numbering].
final class Layout {
    final RiskNetwork network;
    final Numbering numbering;
    final Durations durations;
    final Happenings happenings;
    final Repeats repeats;
    final Logic logic;
    private final double[] fixed;
    private final double[] perSecond;
    private final @Nullable WorkAxis[] axes;

    private Layout(RiskNetwork network) {
        this.network = network;
        numbering = new Numbering(network);
        durations = new Durations(numbering, network.distribution());
        happenings = new Happenings(network, numbering);
        repeats = new Repeats(network, numbering);
        logic = new Logic(network, numbering, repeats);
        fixed = numbering.activities.stream()
                .mapToDouble(activity -> activity.price().fixed())
                .toArray();
        perSecond = numbering.activities.stream()
                .mapToDouble(activity -> activity.price().perHour() / 3600)
                .toArray();
        axes = new WorkAxis[numbering.size()];
    }

    /// The network with its calendars laid out as far as the longest iteration can go; null if that is beyond 34
    /// years.
    static @Nullable Layout of(RiskNetwork network) {
        var layout = new Layout(network);
        for (long horizon = Longest.FIRST_HORIZON; horizon <= Longest.LAST_HORIZON; horizon *= 2) {
            layout.layOut((int) horizon);
            if (new Longest(layout, horizon).fits()) {
                return layout;
            }
        }
        return null;
    }

    private void layOut(int horizon) {
        Map<Opening, WorkAxis> known = new HashMap<>();
        for (int activity = 0; activity < axes.length; activity++) {
            var opening = numbering.activities.get(activity).opening();
            axes[activity] = opening == null
                    ? null
                    : known.computeIfAbsent(opening, each -> WorkAxis.of(each, network.start(), horizon));
        }
    }

    int size() {
        return numbering.size();
    }

    /// The open time of an activity; null means round the clock.
    @Nullable
    WorkAxis axis(int activity) {
        return axes[activity];
    }

    /// What an activity costs in a round.
    double price(int activity, int work) {
        return fixed[activity] + perSecond[activity] * work;
    }

    /// False for what takes no time, such as a milestone.
    boolean isWork(int activity) {
        return durations.greatest(activity) > 0;
    }

    boolean isFree(int activity) {
        return fixed[activity] == 0 && perSecond[activity] == 0;
    }
}
