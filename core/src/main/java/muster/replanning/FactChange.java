package muster.replanning;

import muster.facts.Truth;
import muster.plan.FactId;

/// A fact that is otherwise than the run took it to be.
///
/// @param now true if it holds; false or unknown if it does not any more
public record FactChange(FactId fact, Truth now, String why) {}
