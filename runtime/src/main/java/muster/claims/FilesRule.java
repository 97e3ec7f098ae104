package muster.claims;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.audit.Quantity;
import muster.audit.Sighting;
import muster.plan.Claim;
import muster.plan.ClaimValue;
import org.jspecify.annotations.Nullable;

/// So many scripts, tests, documents or files in one folder. A count is right if any fair way to count gives it: the
/// folder alone or all below it, with or without the markers of packages. A folder that the claim does not name is
/// meant only if it is called after what is counted and the claim speaks of nothing else.
record FilesRule(Tree tree) implements ClaimRule {
    private static final Map<String, Pattern> KINDS = Map.ofEntries(
            kind("script", "py|sh|bash|js|ts|rb|pl|sql|ps1|R"),
            kind("file", "[^/]*"),
            kind("module", "py|js|ts|java|rs|go"),
            kind("notebook", "ipynb"),
            kind("document", "md|rst|txt|adoc|pdf"),
            kind("doc", "md|rst|txt|adoc|pdf"),
            kind("workflow", "ya?ml"),
            kind("query", "sql"),
            kind("page", "md|html?"),
            kind("class", "java|kt|scala"),
            kind("migration", "sql|py|xml|ya?ml"),
            kind("test", "py|java|js|ts|go|rs|rb|kt"));
    private static final Map<String, String> LANGUAGES = Map.of(
            "python",
            "py",
            "shell",
            "(?:sh|bash)",
            "bash",
            "(?:sh|bash)",
            "java",
            "java",
            "sql",
            "sql",
            "markdown",
            "md",
            "yaml",
            "ya?ml",
            "json",
            "json",
            "csv",
            "csv");
    private static final Pattern FOLDER =
            Pattern.compile("`?((?:[\\w.@-]+/)+)(?=[`\\s,.;:)]|$)|`((?:[\\w@-]+/)+[\\w@-]+)`");
    private static final Pattern TEST = Pattern.compile(
            "(?m)^\\s*(?:async\\s+)?def test_|^\\s*@(?:Test|ParameterizedTest)\\b|^\\s*(?:it|test)\\(|^func Test|^\\s*#\\[test\\]");
    private static final java.util.Set<String> WHOLE = java.util.Set.of("repository", "repo", "project", "codebase");

    private static Map.Entry<String, Pattern> kind(String word, String endings) {
        return Map.entry(word, Pattern.compile(".*\\.(?:" + endings + ")|" + (word.equals("file") ? ".*" : "(?!)")));
    }

    @Override
    public @Nullable Sighting of(Claim claim) {
        var source = claim.source();
        if (!(claim.value() instanceof ClaimValue.Amount(BigDecimal number, String unit)) || source == null) {
            return null;
        }
        var quantity = Quantity.of(claim.subject(), unit);
        var kind = KINDS.get(quantity.unit());
        var folder = kind == null ? null : folder(claim, source.document(), quantity);
        return kind == null || folder == null
                ? null
                : counted(number, folder, narrowed(kind, quantity), quantity.unit());
    }

    private static Pattern narrowed(Pattern kind, Quantity quantity) {
        return quantity.words().stream()
                .filter(LANGUAGES::containsKey)
                .findFirst()
                .map(word -> Pattern.compile(".*\\." + LANGUAGES.get(word)))
                .orElse(kind);
    }

    private @Nullable String folder(Claim claim, String document, Quantity quantity) {
        var named = FOLDER.matcher(claim.subject())
                .results()
                .map(match -> tree.resolve(document, match.group(1) == null ? match.group(2) : match.group(1)))
                .filter(path -> path != null && tree.isFolder(path))
                .collect(Collectors.toCollection(TreeSet::new));
        if (named.size() == 1) {
            return onlyAbout(quantity, named.first()) ? named.first() : null;
        }
        var own = quantity.unit().equals("workflow") ? ".github/workflows" : quantity.unit() + "s";
        var whole = WHOLE.containsAll(quantity.words())
                && !quantity.words().isEmpty()
                && !quantity.unit().equals("file");
        return named.isEmpty() && whole && tree.isFolder(own) ? own : null;
    }

    /// Any word but the folder's own and the language's narrows what is counted to something that is not measured.
    private static boolean onlyAbout(Quantity quantity, String folder) {
        var rest = new TreeSet<>(quantity.words());
        rest.removeAll(Quantity.words(folder.replace('/', ' ')));
        rest.removeIf(word -> word.replaceAll("/$", "").equals(folder)
                || folder.endsWith(word)
                || WHOLE.contains(word)
                || LANGUAGES.containsKey(word)
                || java.util.Set.of("folder", "directory", "suite", "live", "hold", "found", "source")
                        .contains(word));
        return rest.isEmpty();
    }

    private @Nullable Sighting counted(BigDecimal stated, String folder, Pattern kind, String unit) {
        var all = tree.under(folder).stream()
                .filter(file -> kind.matcher(Tree.name(file)).matches())
                .toList();
        var direct =
                all.stream().filter(file -> Tree.folder(file).equals(folder)).toList();
        var counts = new java.util.LinkedHashSet<>(List.of(direct.size(), all.size(), unmarked(direct), unmarked(all)));
        if (unit.equals("test")) {
            counts.add(all.stream().mapToInt(this::tests).sum());
        }
        var because = "files: " + folder + "/ holds "
                + counts.stream().map(String::valueOf).collect(Collectors.joining(" or ")) + " " + unit + "s";
        if (counts.contains(stated.stripTrailingZeros().scale() > 0 ? -1 : stated.intValue())) {
            return Sighting.right(stated.toPlainString(), because, List.of(folder));
        }
        return all.isEmpty() ? null : Sighting.wrong(String.valueOf(counts.getFirst()), because, List.of(folder));
    }

    private static int unmarked(List<String> files) {
        return (int) files.stream()
                .filter(file ->
                        !Tree.name(file).matches("__init__\\.py|conftest\\.py|package-info\\.java|README.*|\\.gitkeep"))
                .count();
    }

    private int tests(String file) {
        return tree.read(file)
                .map(found -> (int) TEST.matcher(found.text()).results().count())
                .orElse(0);
    }
}
