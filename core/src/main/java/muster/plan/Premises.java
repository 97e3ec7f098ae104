package muster.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What planning starts from and is asked for beside the goal.
///
/// @param given what is taken as known
/// @param amounts what tasks and remedies ask of amounts and do to them
/// @param wishes goals that may be left
/// @param budget what the actions may cost together, money and working time; null means as much as it takes
/// @param confidence how sure what is known must be to be relied on
public record Premises(
        List<Given> given,
        List<AmountRule> amounts,
        List<Preference> wishes,
        @Nullable Money budget,
        Share confidence) {
    public static final Premises NONE = new Premises(List.of(), List.of(), List.of(), null, new Share(0));

    public Premises {
        given = List.copyOf(given);
        amounts = List.copyOf(amounts);
        wishes = List.copyOf(wishes);
    }
}
