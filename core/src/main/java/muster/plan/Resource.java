package muster.plan;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that tasks hold or use up, such as runner disk in GiB or a budget in USD.
///
/// @param amount how much there is until the first level of the profile
/// @param profile how much there is later, by time; of a consumable resource, how much has been provided in all
/// @param rotation whether it goes from agent to agent
/// @param warnAt share of a consumable that a run may use up before it warns; null means [#USUAL_WARNING]
public record Resource(
        ResourceId id,
        ResourceKind kind,
        String unit,
        BigDecimal amount,
        List<Level> profile,
        Rotation rotation,
        @Nullable Share warnAt) {
    /// Four fifths, as cloud budgets and alert rules commonly use.
    public static final Share USUAL_WARNING = new Share(0.8);

    public Resource {
        profile = profile.stream().sorted(Comparator.comparing(Level::from)).toList();
    }

    /// Without a warning of its own.
    public Resource(
            ResourceId id, ResourceKind kind, String unit, BigDecimal amount, List<Level> profile, Rotation rotation) {
        this(id, kind, unit, amount, profile, rotation, null);
    }

    /// As much all the time, for whoever comes first.
    public Resource(ResourceId id, ResourceKind kind, String unit, BigDecimal amount) {
        this(id, kind, unit, amount, List.of(), Rotation.NONE);
    }
}
