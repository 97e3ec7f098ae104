package muster.packs.training.validate;

import java.util.List;

/// What a feature must not know: changes of what a target foretells, at any time between now and twice its horizon, in
/// any scale; whether it rises or falls then; and means that reach into the future.
final class Foreseen {
    private final Target target;
    private final double[] future;
    private final double[] directions;
    private final List<Reach> reaches;

    /// @param future changes of the target
    Foreseen(Target target, double[] future) {
        this.target = target;
        this.future = future;
        this.directions = Shift.directions(future);
        this.reaches = Reach.of(target, future);
    }

    /// What of it the changes of a feature show, in words; an empty text if nothing.
    String by(double[] feature) {
        var shift = strongest(feature, future);
        if (shift.isCopy()) {
            return "it changes as %s does %d rows later (correlation %.4f)"
                    .formatted(target.of(), target.horizon() + shift.rows(), shift.correlation());
        }
        var direction = strongest(Shift.directions(feature), directions);
        if (direction.isCopy()) {
            return "it rises and falls as %s does %d rows later, as its rank would (correlation of directions %.4f)"
                    .formatted(target.of(), target.horizon() + direction.rows(), direction.correlation());
        }
        return reaches.stream()
                .filter(reach -> reach.isOf(feature))
                .findFirst()
                .map(reach -> "it changes as a mean of %s %s does".formatted(target.of(), reach.words()))
                .orElse("");
    }

    private Shift strongest(double[] one, double[] other) {
        return one.length == 0 || other.length == 0
                ? new Shift(0, 0)
                : Shift.strongest(one, other, 1 - target.horizon(), target.horizon());
    }
}
