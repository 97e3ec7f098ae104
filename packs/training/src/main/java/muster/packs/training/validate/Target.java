package muster.packs.training.validate;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A target column, such as `target_bqx45_h15`: the value of another column `horizon` rows later.
///
/// @param horizon in rows
/// @param of the column whose future it is, such as `bqx_45`
record Target(String name, String of, int horizon) {
    private static final Pattern FORM = Pattern.compile("(?:.*_)?target_([a-z]+)([0-9]{1,4})_h([0-9]{1,4})");

    /// Null if the column is none.
    static @Nullable Target of(String column) {
        var match = FORM.matcher(column);
        return match.matches()
                ? new Target(column, match.group(1) + "_" + match.group(2), Integer.parseInt(match.group(3)))
                : null;
    }
}
