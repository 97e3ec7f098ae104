package muster.probes.data;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name of a scratch table: `_muster_probe_<run>_<time>_<nonce>`, and `_r` behind it once it is renamed. It
/// fits into PostgreSQL's 63 bytes and is all lower case, so that every engine keeps it as it is.
///
/// @param name before it is renamed
record ScratchName(String name) {
    /// What all of our own names begin with.
    static final String PREFIX = "_muster_probe_";

    private static final String RENAMED = "_r";
    private static final Pattern SHAPE =
            Pattern.compile(PREFIX + "[0-9a-f]{8}_([0-9]{8}t[0-9]{6}z)_[0-9a-f]{12}(?:" + RENAMED + ")?");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd't'HHmmss'z'", Locale.ROOT);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RUN_BYTES = 4;
    private static final int NONCE_BYTES = 6;

    /// One for all scratch tables of this process.
    private static final String RUN = random(RUN_BYTES);

    static ScratchName at(Instant now) {
        return new ScratchName(
                PREFIX + RUN + "_" + TIME.format(now.atOffset(ZoneOffset.UTC)) + "_" + random(NONCE_BYTES));
    }

    String renamed() {
        return name + RENAMED;
    }

    private static String random(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// True if a name has exactly our prefix and shape.
    static boolean isOurs(String name) {
        return made(name) != null;
    }

    /// When a table of this name was made; none if the name is not ours.
    static @Nullable Instant made(String name) {
        var shape = SHAPE.matcher(name);
        if (!shape.matches()) {
            return null;
        }
        try {
            return LocalDateTime.parse(shape.group(1), TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
