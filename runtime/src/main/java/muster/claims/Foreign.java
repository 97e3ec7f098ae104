package muster.claims;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import muster.plan.Claim;
import muster.plan.ClaimValue;

/// Documents about another repository: they speak of several files, and not one of them is here.
record Foreign(Set<String> documents) {
    private static final int SEVERAL = 3;

    static Foreign in(List<Claim> claims, Tree tree) {
        var paths = new HashMap<String, Set<String>>();
        for (var claim : claims) {
            var source = claim.source();
            var path = path(claim);
            if (source != null && path.indexOf('/') > 0) {
                paths.computeIfAbsent(source.document(), _ -> new TreeSet<>()).add(path);
            }
        }
        return new Foreign(paths.entrySet().stream()
                .filter(each -> each.getValue().size() >= SEVERAL)
                .filter(each -> each.getValue().stream().allMatch(path -> tree.resolve(each.getKey(), path) == null))
                .map(each -> each.getKey())
                .collect(Collectors.toSet()));
    }

    private static String path(Claim claim) {
        return switch (claim.value()) {
            case ClaimValue.Existence(String path) -> claim.subject().equals("link") ? "" : path;
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
    }

    boolean holds(String document) {
        return documents.contains(document);
    }
}
