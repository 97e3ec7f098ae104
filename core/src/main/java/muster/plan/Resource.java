package muster.plan;

import java.math.BigDecimal;

/// Something that tasks hold or use up, such as runner disk in GiB or a budget in USD.
public record Resource(ResourceId id, ResourceKind kind, String unit, BigDecimal amount) {}
