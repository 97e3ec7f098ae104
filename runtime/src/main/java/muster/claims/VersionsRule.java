package muster.claims;

import java.util.List;
import muster.audit.Sighting;
import muster.claims.Declared.Exact;
import muster.plan.Claim;
import muster.plan.ClaimValue;
import org.jspecify.annotations.Nullable;

/// A version that a document states against those that manifests declare. It is wrong if a manifest names one version
/// and none of them is it; `3.11` and `3.11.4` are the same as far as both go.
record VersionsRule(List<Declared> declared) implements ClaimRule {

    @Override
    public @Nullable Sighting of(Claim claim) {
        if (!(claim.value() instanceof ClaimValue.Version(String version))) {
            return null;
        }
        var subject = claim.subject().startsWith("package ")
                ? Declared.packaged(claim.subject().substring("package ".length()))
                : claim.subject();
        var found = declared.stream()
                .filter(each -> each.subject().equals(subject) && concerns(claim, each))
                .toList();
        var same = found.stream().filter(each -> agree(each.version(), version)).findFirst();
        return same.map(each -> Sighting.right(each.version(), "manifests: " + each.place(), List.of(each.place())))
                .orElseGet(() -> different(found));
    }

    private static @Nullable Sighting different(List<Declared> found) {
        return found.stream()
                .filter(each -> each.exact() == Exact.ONE)
                .findFirst()
                .map(each -> Sighting.wrong(
                        each.version(),
                        "manifests: " + each.place() + " says " + each.version(),
                        List.of(each.place())))
                .orElse(null);
    }

    /// A project's version is stated beside its manifest; other versions where one folder holds the other.
    private static boolean concerns(Claim claim, Declared manifest) {
        var source = claim.source();
        if (source == null) {
            return false;
        }
        var own = Tree.folder(source.document()) + "/";
        var of = Tree.folder(manifest.place()) + "/";
        return claim.subject().equals("project version")
                ? own.equals(of) && Tree.name(source.document()).matches("(?i)readme.*")
                : own.startsWith(of) || of.startsWith(own) || of.equals("/") || own.equals("/");
    }

    private static boolean agree(String one, String other) {
        var left = one.replaceFirst("[-.](?:SNAPSHOT|dev|final|RELEASE).*", "").split("[.+-]", -1);
        var right =
                other.replaceFirst("[-.](?:SNAPSHOT|dev|final|RELEASE).*", "").split("[.+-]", -1);
        for (var at = 0; at < Math.min(left.length, right.length); at++) {
            if (!left[at].equals(right[at])) {
                return false;
            }
        }
        return true;
    }
}
