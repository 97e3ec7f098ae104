package muster.claims;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.audit.ClaimVerdict;
import muster.audit.Evidence;
import muster.audit.Quantity;
import muster.audit.Sighting;
import muster.claims.PublishedLimit.Kind;
import muster.claims.PublishedLimit.Naming;
import muster.plan.Claim;
import muster.plan.ClaimValue;
import muster.plan.ClaimValue.Limit;
import org.jspecify.annotations.Nullable;

/// Limits of services that a document states, against a quota probe or what the publisher states. A fixed limit that
/// is stated otherwise is wrong, and so is one that is said not to be there; a quota that a project may have changed is
/// contradictory, because the publisher's default is another.
record LimitsRule(Tree tree, List<Evidence> evidence) implements ClaimRule {
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}-]*");
    /// Words that are said of what a service allows, so that it need not be named beside them.
    private static final Pattern OF_A_SERVICE = Pattern.compile("(?i)\\b(?:quotas?|unlimited|limits)\\b");
    /// Words by which a project says that the figure is its own.
    private static final Pattern OWN = Pattern.compile(
            "(?i)\\b(?:our|we|custom|configured|set"
                    + " to|granted|approved|raised|increased|lowered|reduced|requested|own|internal|must|should|shall|keep|stay)\\b|^(?:limit|cap|restrict|use)\\b");

    /// The published limit that a claim is about; none if there is no such figure, or more than one.
    @Nullable
    PublishedLimit published(Claim claim) {
        var source = claim.source();
        if (!(claim.value() instanceof Limit stated) || source == null) {
            return null;
        }
        var text = tree.read(source.document()).map(found -> found.text()).orElse("");
        var said = claim.subject() + " " + claim.text();
        var beside = PublishedLimits.named(said);
        var anywhere = OF_A_SERVICE.matcher(said).find() ? PublishedLimits.named(text) : beside;
        var words = words(claim.subject() + " " + stated.unit());
        var meant = PublishedLimits.ALL.stream()
                .filter(limit -> (limit.naming() == Naming.BESIDE ? beside : anywhere).contains(limit.service()))
                .filter(limit -> limit.isMeant(words) && limit.isComparable(stated))
                .sorted(Comparator.comparingInt(
                        (PublishedLimit limit) -> -limit.about().size()))
                .toList();
        var most = meant.isEmpty() ? 0 : meant.getFirst().about().size();
        var best = meant.stream().filter(limit -> limit.about().size() == most).toList();
        return best.stream()
                .filter(limit -> limit.isAsStated(stated))
                .findFirst()
                .orElse(best.size() == 1 ? best.getFirst() : null);
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(found -> Quantity.singular(found.group().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Override
    public @Nullable Sighting of(Claim claim) {
        var limit = published(claim);
        if (limit == null || !(claim.value() instanceof ClaimValue.Limit stated)) {
            return null;
        }
        var measured = measured(limit, stated);
        return measured == null ? byPublisher(claim, stated, limit) : measured;
    }

    private @Nullable Sighting measured(PublishedLimit limit, Limit stated) {
        return limit.metric().isEmpty()
                ? null
                : evidence.stream()
                        .filter(seen -> seen.kind().equals("quota"))
                        .filter(seen -> seen.subject().stream().anyMatch(subject -> subject.contains(limit.metric())))
                        .filter(seen -> seen.attributes().containsKey("limit"))
                        .map(seen -> byProbe(seen, limit, stated))
                        .findFirst()
                        .orElse(null);
    }

    private static Sighting byProbe(Evidence seen, PublishedLimit limit, Limit stated) {
        var text = seen.attributes().getOrDefault("limit", "").replace(",", "");
        var there = text.matches("\\d{1,30}")
                ? new Limit(
                        new BigDecimal(text), limit.metricUnit(), limit.limit().per())
                : new Limit(null, "", null);
        return limit.with(there).isAsStated(stated)
                ? Sighting.right(text, "quota: " + seen.summary(), List.of(seen.id()))
                : Sighting.wrong(text, "quota: " + seen.summary(), List.of(seen.id()));
    }

    private static Sighting byPublisher(Claim claim, Limit stated, PublishedLimit limit) {
        var words = limit.limit().words();
        var because = "limits: " + limit.service() + " publishes " + words
                + (limit.kind() == Kind.DEFAULT ? " as the default, which a project can change" : "") + ", "
                + limit.source();
        if (limit.isAsStated(stated)) {
            return Sighting.right(words, because, List.of(limit.source()));
        }
        if (stated.most() != null && OWN.matcher(claim.text()).find()) {
            return Sighting.open(because, List.of(limit.source()));
        }
        return limit.kind() == Kind.FIXED || stated.most() == null
                ? Sighting.wrong(words, because, List.of(limit.source()))
                : new Sighting(ClaimVerdict.CONTRADICTORY, words, because, List.of(limit.source()));
    }
}
