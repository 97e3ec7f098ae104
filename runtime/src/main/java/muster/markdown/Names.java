package muster.markdown;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import muster.plan.ItemId;

/// Gives out ids: the slug of a title or path, with `-2`, `-3` behind one that is taken. The same document asks in the
/// same order, so it gets the same ids.
final class Names {
    private static final int LONGEST = 72;

    private final Map<String, Integer> taken = new HashMap<>();

    /// An id that nobody has yet.
    String unique(String text) {
        String slug = slug(text);
        String id = slug;
        for (int copy = taken.getOrDefault(slug, 0) + 1; taken.containsKey(id); copy++) {
            id = slug + "-" + copy;
            taken.merge(slug, 1, Integer::sum);
        }
        taken.put(id, 1);
        return id;
    }

    ItemId item(String kind, String text) {
        return new ItemId(unique(kind + "-" + text));
    }

    /// Lower-case letters, digits, dots and underscores; all else becomes single dashes; cut at a dash.
    static String slug(String text) {
        String ascii = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        String dashed = ascii.toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9._]+", "-")
                .replaceAll("^[-._]+|[-.]+$", "");
        return dashed.isEmpty() ? "item" : cut(dashed);
    }

    private static String cut(String slug) {
        if (slug.length() <= LONGEST) {
            return slug;
        }
        int dash = slug.lastIndexOf('-', LONGEST);
        return slug.substring(0, dash > LONGEST / 2 ? dash : LONGEST);
    }
}
