package muster.packs.ci;

import java.util.Map;
import muster.pack.Pack;

/// The CI workload as a pack; it holds the name `ci` and has no action yet.
public final class CiPack {

    private CiPack() {}

    /// The pack under its name.
    public static Pack pack() {
        return new Pack("ci", Map.of());
    }
}
