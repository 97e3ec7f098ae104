package muster.clouds.calls;

import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The names of scratch objects and tables: `_muster_probe_20260105T090000Z_0123456789ab`. Nothing of another
/// shape is ever removed.
public final class ScratchName {
    /// What all of them begin with.
    public static final String PREFIX = "_muster_probe_";

    /// A probe that still runs is younger by far.
    private static final Duration ABANDONED = Duration.ofHours(1);

    private static final Pattern SHAPE = Pattern.compile(PREFIX + "(\\d{8}T\\d{6}Z)_[0-9a-f]{12}");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 6;

    private ScratchName() {}

    /// A name that nobody else has.
    public static String at(Instant now) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return PREFIX + MOMENT.format(now.atOffset(ZoneOffset.UTC)) + "_"
                + HexFormat.of().formatHex(nonce);
    }

    /// Whether it was left behind by a probe that was killed: its name has exactly our shape, and both the name
    /// and the store say that it is older than an hour.
    ///
    /// @param name without what stands before it in the service
    /// @param modified as the service tells
    public static boolean isAbandoned(String name, Instant modified, Instant now) {
        var made = made(name);
        var before = now.minus(ABANDONED);
        return made != null && made.isBefore(before) && modified.isBefore(before);
    }

    private static @Nullable Instant made(String name) {
        var matched = SHAPE.matcher(name);
        try {
            return matched.matches()
                    ? MOMENT.parse(matched.group(1), LocalDateTime::from).toInstant(ZoneOffset.UTC)
                    : null;
        } catch (DateTimeException _) {
            return null;
        }
    }
}
