package muster.audit;

import java.util.List;
import muster.plan.ItemId;

/// Claims that cannot all be right.
///
/// @param claims at least one; a single one contradicts the figures it is made of
/// @param text what does not fit, with the figures
public record Contradiction(List<ItemId> claims, String text) {
    public Contradiction {
        claims = List.copyOf(claims);
    }
}
