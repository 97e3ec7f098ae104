package muster.plan;

import java.math.BigDecimal;

/// How much of a resource a task holds while it runs, or uses up, in the resource's unit.
public record Demand(ResourceId resource, BigDecimal amount) {}
