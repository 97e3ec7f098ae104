package muster.packs.warehouse.survey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// One claim of a certificate with what it rests on.
///
/// @param says the claim
/// @param query that was asked, so that anybody can ask it again
/// @param count of the lines that answered
/// @param sha256 of these lines, sorted, each ended by a line feed, as UTF-8; the values of a line are joined by a tab
record Proven(String says, String query, long count, String sha256) {

    static Proven of(String says, String query, List<String> lines) {
        var text = new StringBuilder();
        lines.stream().sorted().forEach(line -> text.append(line).append('\n'));
        return new Proven(says, query, lines.size(), sha256(text.toString()));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
