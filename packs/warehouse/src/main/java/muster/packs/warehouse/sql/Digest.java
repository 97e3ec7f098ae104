package muster.packs.warehouse.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Digests of texts, as UTF-8, in lower-case hexadecimal digits.
public final class Digest {
    private Digest() {}

    /// As engines have it as a function: 32 digits, against mistakes alone.
    public static String md5(String text) {
        return of("MD5", text);
    }

    /// 64 digits.
    public static String sha256(String text) {
        return of("SHA-256", text);
    }

    private static String of(String algorithm, String text) {
        try {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
