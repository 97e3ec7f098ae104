package muster.planning;

import java.util.List;
import muster.plan.Share;
import org.jspecify.annotations.Nullable;

/// What is asked of a plan beside the facts that it must reach.
///
/// @param amounts how much there must be of something at the end
/// @param wishes facts that it should reach, in the order written
/// @param budget what it may cost at most; none means as much as it takes
/// @param confidence how sure what is known must be to be relied on
public record Terms(
        List<AmountNeed> amounts,
        List<Wish> wishes,
        @Nullable Cost budget,
        Share confidence) {
    /// Nothing more, and whatever is known is relied on.
    public static final Terms NONE = new Terms(List.of(), List.of(), null, new Share(0));

    public Terms {
        amounts = List.copyOf(amounts);
        wishes = List.copyOf(wishes);
    }

    /// The same without a budget.
    Terms unlimited() {
        return new Terms(amounts, wishes, null, confidence);
    }
}
