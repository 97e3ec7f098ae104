package muster.plan;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/// Something that tasks hold or use up, such as runner disk in GiB or a budget in USD.
///
/// @param amount how much there is until the first level of the profile
/// @param profile how much there is later, by time; of a consumable resource, how much has been provided in all
/// @param rotation whether it goes from agent to agent
public record Resource(
        ResourceId id, ResourceKind kind, String unit, BigDecimal amount, List<Level> profile, Rotation rotation) {
    public Resource {
        profile = profile.stream().sorted(Comparator.comparing(Level::from)).toList();
    }

    /// As much all the time, for whoever comes first.
    public Resource(ResourceId id, ResourceKind kind, String unit, BigDecimal amount) {
        this(id, kind, unit, amount, List.of(), Rotation.NONE);
    }
}
