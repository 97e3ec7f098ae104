package muster.packs.training.merge;

import java.util.List;

/// What became of one file.
///
/// @param reasons why it cannot be merged; none if it can
record Aligned(Source source, KeyFacts keys, List<String> reasons, Part part) {
    Aligned {
        reasons = List.copyOf(reasons);
    }

    /// Whether a part was written now.
    enum Part {
        WRITTEN,
        NOT_WRITTEN
    }
}
