package muster.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Something that a document states and that can be checked, with the words around it; reconciled against evidence.
///
/// @param subject what it is about, in the document's words
/// @param text the sentence or cell as written, at most [#LONGEST] characters; empty if it was not kept
public record Claim(
        ItemId id,
        String subject,
        ClaimValue value,
        Origin origin,
        String text,
        @Nullable Source source) {
    /// As much of a sentence as a person reads to judge it.
    public static final int LONGEST = 300;

    /// So many of something, the words around it not kept.
    public Claim(ItemId id, String subject, BigDecimal number, String unit, Origin origin, @Nullable Source source) {
        this(id, subject, ClaimValue.of(number, unit), origin, "", source);
    }

    /// The unit of a number, such as `tables`, `hours`, `USD`; empty for all else.
    public String unit() {
        return value.unit();
    }

    /// The number that is stated; null if it states no number.
    public @Nullable BigDecimal number() {
        return switch (value) {
            case ClaimValue.Amount amount -> amount.number();
            case ClaimValue.Size size -> size.number();
            case ClaimValue.Computed computed -> computed.stated();
            case ClaimValue.Joined joined -> joined.rows();
            case ClaimValue.Limit limit -> limit.most();
            case ClaimValue.Version _,
                    ClaimValue.Status _,
                    ClaimValue.Dated _,
                    ClaimValue.Existence _,
                    ClaimValue.Columns _ -> null;
        };
    }
}
