package muster.risk;

import java.util.List;

/// A network made of a plan and its schedule, with everything that was assumed on the way.
///
/// @param currency of all prices
/// @param assumptions in words, for people
/// @param least the same with the low end of the assumed probabilities, if some were assumed; else the same
/// @param most the same with the high end
public record RiskModel(
        RiskNetwork network, String currency, List<String> assumptions, RiskNetwork least, RiskNetwork most) {
    /// How an assumption ends that makes a forecast narrower than it should be.
    public static final String TOO_SURE = "so the forecast is too sure";

    public RiskModel {
        assumptions = List.copyOf(assumptions);
    }

    /// True if probabilities were assumed.
    public boolean isAssumed() {
        return !least.equals(most);
    }
}
