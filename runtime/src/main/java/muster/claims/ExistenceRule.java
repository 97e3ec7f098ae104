package muster.claims;

import java.util.List;
import java.util.regex.Pattern;
import muster.audit.Sighting;
import muster.plan.Claim;
import muster.plan.ClaimValue;
import org.jspecify.annotations.Nullable;

/// A file or folder that is linked or spoken of is there. A path that is only spoken of is missing surely if its folder
/// is there and nothing else could be meant: the folder holds sources, git does not ignore it, and the name is no
/// pattern.
record ExistenceRule(Tree tree, Past past, Ignored ignored, Foreign foreign) implements ClaimRule {
    private static final Pattern FILE = Pattern.compile(
            "[\\w.@/-]+\\.(?:py|sh|bash|sql|js|ts|tsx|jsx|java|kt|go|rs|rb|c|h|cc|cpp|hpp|md|rst|yml|yaml|toml|ini|cfg|ipynb|proto|tf|ps1|pl|php|scala|swift|xml|gradle)");
    private static final Pattern PATTERN =
            Pattern.compile(".*[*?{}<>$%]+.*|.*\\b(?:foo|bar|example|path/to|your|my|xxx|NNNN)\\b.*");

    private static final List<String> PAGES = List.of(".md", ".mdx", ".markdown", ".rst", ".txt", ".adoc");
    /// An address without its scheme, such as `ci.example.com/public`.
    private static final Pattern HOST =
            Pattern.compile("(?i)(?:[a-z0-9-]+\\.)+(?:com|org|net|io|dev|edu|gov|info|ai|app|cloud)(?:/.*)?");

    @Override
    public @Nullable Sighting of(Claim claim) {
        var source = claim.source();
        return claim.value() instanceof ClaimValue.Existence(String path) && source != null
                ? seen(claim, source.document(), path)
                : null;
    }

    private @Nullable Sighting seen(Claim claim, String document, String path) {
        var found = tree.resolve(document, path);
        if (found != null) {
            return Sighting.right(found, "files: it is there", List.of(found));
        }
        return isSurely(claim, document, path) ? Sighting.wrong("missing", because(path), List.of(path)) : null;
    }

    private String because(String path) {
        var elsewhere = tree.named(Tree.name(path));
        var gone = past.deleted(path);
        return "files: there is no " + path
                + (gone == null ? "" : "; deleted in " + gone)
                + (elsewhere.isEmpty()
                        ? ""
                        : "; a file of this name is " + elsewhere.iterator().next());
    }

    /// A link to a page of the site that is made from the documents: `../basics/` for `basics.md`.
    private boolean isPage(String path) {
        var name = Tree.name(path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
                .replaceFirst("\\.html?$", "");
        return name.indexOf('.') < 0
                && PAGES.stream().anyMatch(ending -> !tree.named(name + ending).isEmpty());
    }

    private boolean isSurely(Claim claim, String document, String path) {
        var inside = Tree.normal(Tree.folder(document) + "/" + path);
        if (inside == null || PATTERN.matcher(path).matches() || ignored.covers(inside) || ignored.covers(path)) {
            return false;
        }
        var parent = tree.parent(document, path);
        if (HOST.matcher(path).matches() || isPage(path)) {
            return false;
        }
        return claim.subject().equals("link")
                ? path.indexOf('.') > 0 || parent != null
                : !foreign.holds(document) && FILE.matcher(path).matches() && parent != null && !parent.isEmpty();
    }
}
