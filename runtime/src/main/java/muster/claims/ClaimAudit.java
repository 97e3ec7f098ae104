package muster.claims;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.audit.ClaimReconciliation;
import muster.audit.Evidence;
import muster.audit.ReconciledClaim;
import muster.audit.Sighting;
import muster.markdown.DocumentClaims;
import muster.observation.Ground;
import muster.plan.Claim;
import muster.plan.ClaimValue;
import muster.plan.ItemId;
import muster.sandbox.Launcher;

/// Reads every document of a repository and says of each claim whether it is right, wrong, contradictory or
/// unverifiable. It executes nothing of the repository and writes nothing.
public final class ClaimAudit {
    /// More documents than any audited project has had; the rest, in order of paths, is not read.
    public static final int MOST_DOCUMENTS = 5_000;
    /// Larger documents are generated, and nobody relies on their prose.
    public static final int MOST_BYTES = 2 << 20;

    private static final Pattern DOCUMENT = Pattern.compile("(?i).*\\.(?:md|markdown|mdx|rst|adoc|txt)|(?:.*/)?README");
    /// Manifests, lists, logs and the words of others are no statements of the project.
    private static final Pattern NO_DOCUMENT = Pattern.compile(
            "(?i)(?:.*/)?(?:(?:.*[-_])?requirements.*\\.txt|constraints.*\\.txt|robots\\.txt|CMakeLists\\.txt|LICEN[SC]E.*|COPYING.*|NOTICE.*|.*third.?party.*|"
                    + "CHANGELOG.*|CHANGES.*|HISTORY.*|NEWS.*|RELEASE.?NOTES.*|WHATS?.?NEW.*|.*\\.log\\.txt)|(?:.*/)?(?:_?vendor(?:ed)?|third_party|site-packages|fixtures?|testdata|samples?|snapshots?|whats?_?new|changelogs?|releases|test/resources|golden)/.*");
    /// A text without headings is data: a listing, a log, a corpus.
    private static final Pattern HEADED = Pattern.compile("(?m)^#{1,6} \\S|^(?:={3,}|-{3,})$|^\\*\\*\\w");

    private final Ground ground;
    private final Tree tree;
    private final Past past;

    /// Looks at the files and the history of a repository, once.
    ///
    /// @param ground its root must be a real path, without links
    public ClaimAudit(Ground ground, Launcher launcher) throws InterruptedException {
        this.ground = ground;
        this.tree = new Tree(ground);
        this.past = Past.of(ground.root(), launcher);
    }

    /// The claims of a repository's documents against its files, its history and the evidence.
    public static List<ReconciledClaim> of(Path root, List<Evidence> evidence)
            throws IOException, InterruptedException {
        return new ClaimAudit(new Ground(root.toRealPath()), Launcher.forThisMachine()).reconciled(evidence, List.of());
    }

    /// The documents that are read, in order of their paths.
    public List<String> documents() {
        return ground
                .files(path -> DOCUMENT.matcher(path).matches()
                        && !NO_DOCUMENT.matcher(path).matches())
                .stream()
                .limit(MOST_DOCUMENTS)
                .toList();
    }

    /// Everything that the documents state, by document and line, and limits of sources that exclude each other.
    ///
    /// @param more rules that come before all others, such as one that knows a naming standard
    public List<ReconciledClaim> reconciled(List<Evidence> evidence, List<ClaimRule> more) {
        return reconciled(evidence, more, List.of());
    }

    /// The same with tables that are known from elsewhere, which come before those that the repository declares.
    public List<ReconciledClaim> reconciled(List<Evidence> evidence, List<ClaimRule> more, List<Tables> known) {
        var limits = new LimitsRule(tree, evidence);
        var claims = documents().stream()
                .map(this::claims)
                .flatMap(Collection::stream)
                .filter(claim -> !(claim.value() instanceof ClaimValue.Limit) || limits.published(claim) != null)
                .toList();
        var tables = Stream.concat(known.stream(), Stream.of(DeclaredTables.in(tree), SheetTables.of(tree)))
                .toList();
        var about = Stream.of(limits, new ColumnsRule(tree, tables), new JoinedRule(tables));
        var rules = Stream.of(more.stream(), about, rules(claims, evidence))
                .flatMap(each -> each)
                .toList();
        var seen = new HashMap<ItemId, Sighting>();
        for (var claim : claims) {
            rules.stream()
                    .map(rule -> rule.of(claim))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(sighting -> seen.put(claim.id(), sighting));
        }
        var all = new ArrayList<>(new ClaimReconciliation(claims, seen).reconciled());
        all.addAll(Constants.in(tree).contradictory());
        return List.copyOf(all);
    }

    private List<Claim> claims(String document) {
        return tree.read(document)
                .map(found -> found.bytes())
                .filter(bytes -> bytes.length <= MOST_BYTES && isProse(document, bytes))
                .map(bytes -> DocumentClaims.of(document, bytes))
                .orElse(List.of());
    }

    private static boolean isProse(String document, byte[] bytes) {
        return !document.endsWith(".txt")
                || Tree.name(document).startsWith("README")
                || HEADED.matcher(new String(bytes, StandardCharsets.UTF_8)).find();
    }

    private Stream<ClaimRule> rules(List<Claim> claims, List<Evidence> evidence) {
        var foreign = Foreign.in(claims, tree);
        return Stream.of(
                new ExistenceRule(tree, past, Ignored.of(tree), foreign),
                new StatusRule(tree, past, evidence, foreign),
                new EvidenceRule(evidence),
                new DryRunRule(evidence),
                new SheetsRule(tree),
                new FilesRule(tree),
                new FileFactsRule(tree),
                new VersionsRule(Declared.in(tree)),
                new DatesRule(past, named(claims)));
    }

    /// The files that each document speaks of, as git knows them.
    private Map<String, List<String>> named(List<Claim> claims) {
        var named = new HashMap<String, TreeSet<String>>();
        for (var claim : claims) {
            var source = claim.source();
            var path = switch (claim.value()) {
                case ClaimValue.Existence(String there) -> there;
                case ClaimValue.Status _ -> claim.subject();
                case ClaimValue.Amount _,
                        ClaimValue.Size _,
                        ClaimValue.Version _,
                        ClaimValue.Dated _,
                        ClaimValue.Columns _,
                        ClaimValue.Joined _,
                        ClaimValue.Limit _,
                        ClaimValue.Computed _ -> "";
            };
            var file = source == null || path.isEmpty() || path.indexOf(' ') >= 0
                    ? null
                    : tree.resolve(source.document(), path);
            if (source != null && file != null && tree.files().contains(file)) {
                named.computeIfAbsent(source.document(), _ -> new TreeSet<>()).add(file);
            }
        }
        var lists = new HashMap<String, List<String>>();
        named.forEach((document, files) -> lists.put(document, List.copyOf(files)));
        return lists;
    }
}
