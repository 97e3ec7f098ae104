package muster.plan;

import java.math.BigDecimal;
import java.time.Instant;

/// How much of a resource there is from an instant on.
public record Level(Instant from, BigDecimal amount) {}
