package muster.packs.warehouse.survey;

import java.util.List;
import muster.packs.warehouse.sql.Digest;

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
        return new Proven(says, query, lines.size(), Digest.sha256(text.toString()));
    }
}
