package muster.packs.warehouse.naming;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import muster.plan.Location;
import org.jspecify.annotations.Nullable;

/// A name in a document that looks like a table's and is none.
///
/// @param at where it stands first
/// @param meant the existing table that it is probably meant for; null for a phantom, which is like none
public record Mention(Location at, String name, @Nullable String meant) {
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w{}*.%/-])[A-Za-z]+(?:_[A-Za-z0-9]+){2,8}(?![\\w{}*%/-])");

    /// Reads a document. A name counts if it begins like a family of the standard and is about a subject, such as a
    /// pair; names of columns and names with holes are no tables.
    public static List<Mention> in(String file, String text, KnownTables known) {
        var found = new LinkedHashMap<String, Mention>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var at = i + 1;
            NAME.matcher(line).results().forEach(match -> {
                int column = line.codePointCount(0, match.start()) + 1;
                found.putIfAbsent(match.group(), new Mention(new Location(file, at, column), match.group(), null));
            });
        }
        return found.values().stream()
                .filter(each -> !known.tables().contains(each.name()) && known.isOfAFamily(each.name()))
                .map(each -> new Mention(each.at(), each.name(), known.meant(each.name())))
                .filter(each -> each.meant() != null || known.isAboutASubject(each.name()))
                .toList();
    }
}
