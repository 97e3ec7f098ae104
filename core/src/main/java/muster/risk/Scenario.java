package muster.risk;

import java.util.stream.IntStream;

/// With which probabilities events happen, and which decisions always agree: the network as it is, or one thing
/// changed.
final class Scenario {
    private final double[] probabilities;
    private final boolean[] settled;

    private Scenario(double[] probabilities, boolean[] settled) {
        this.probabilities = probabilities;
        this.settled = settled;
    }

    static Scenario of(RiskNetwork network) {
        return new Scenario(
                network.events().stream()
                        .mapToDouble(event -> event.probability().value())
                        .toArray(),
                new boolean[network.repetitions().size()]);
    }

    /// One event has another probability.
    Scenario event(int changed, double probability) {
        return new Scenario(
                IntStream.range(0, probabilities.length)
                        .mapToDouble(event -> event == changed ? probability : probabilities[event])
                        .toArray(),
                settled);
    }

    /// One decision never asks for another round.
    Scenario settled(int repetition) {
        var others = settled.clone();
        others[repetition] = true;
        return new Scenario(probabilities, others);
    }

    double probability(int event) {
        return probabilities[event];
    }

    boolean isSettled(int repetition) {
        return settled[repetition];
    }
}
