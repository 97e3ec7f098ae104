package muster.markdown;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.plan.Claim;

/// Reads what a document states and what can be checked: counts, sizes, versions, statuses, dates, files that are said
/// to be there, calculations, columns of tables, rows after a join, and limits. Any text gives claims or none; it never
/// fails. What stands in a fence, in code or in
/// a quotation is no claim.
public final class DocumentClaims {
    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\\n.*?\\n---\\n", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

    private DocumentClaims() {}

    /// The claims in order of kind of block and of place.
    ///
    /// @param path what sources name as the document
    public static List<Claim> of(String path, byte[] bytes) {
        String text =
                new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n").replace('\r', '\n');
        String bare = blanked(COMMENT, blanked(FRONT_MATTER, text.startsWith("\uFEFF") ? text.substring(1) : text));
        String own = OtherMarkup.prose(path, bare);
        Document document = DocumentReader.read(path, Mojibake.repair(path, own).text());
        StatedClaims claims = new StatedClaims(path);
        Passages passages = Passages.of(document);
        passages.prose().forEach(passage -> PassageClaims.read(passage, claims));
        passages.tables().forEach(table -> {
            new TableClaims(table, claims).read();
            ColumnWords.table(table, claims);
            LimitWords.table(table, claims);
        });
        JoinWords.read(passages, claims);
        return claims.all();
    }

    /// The text with every match replaced by its line ends, so that what follows keeps its line.
    private static String blanked(Pattern pattern, String text) {
        return pattern.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement("\n".repeat((int)
                        match.group().chars().filter(each -> each == '\n').count())));
    }
}
