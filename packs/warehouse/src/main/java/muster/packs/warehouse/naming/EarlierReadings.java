package muster.packs.warehouse.naming;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The three readings that came before the grammar, as their authors applied them.
final class EarlierReadings {
    private static final Pattern THREE_PARTS = Pattern.compile("[a-z]+_[a-z]+_[a-z0-9_]+");
    private static final Predicate<String> LETTERS = Pattern.compile("[a-z]+").asMatchPredicate();
    private static final Set<String> VARIANTS = Set.of("bqx", "idx", "chg");
    private static final List<String> VARIANT_INSIDE = List.of("_bqx_", "_idx_", "_chg_", "_chg_idx_");

    /// The inventory's rule for each family it had one for. It found one market table: the only one of four parts.
    private static final Map<String, Predicate<String>> INVENTORY = Map.of(
            "cov", name -> parts(name).size() == 5,
            "lag", name -> !endsInANumber(name),
            "regime", name -> !endsInANumber(name),
            "tmp", name -> parts(name).size() == 3,
            "var", name -> parts(name).size() == 4,
            "mkt", name -> parts(name).size() <= 3);

    private EarlierReadings() {}

    static boolean keepsAuditScript(String name) {
        var parts = parts(name);
        return THREE_PARTS.matcher(name).matches() && ordered(parts);
    }

    static boolean keepsInventory(String name) {
        return INVENTORY.getOrDefault(parts(name).getFirst(), any -> true).test(name);
    }

    static boolean keepsBuildAgent(String name) {
        return VARIANT_INSIDE.stream().anyMatch(name::contains);
    }

    private static boolean ordered(List<String> parts) {
        return switch (parts.getFirst()) {
            case "tri" -> ascends(currencies(parts));
            case "cov" -> parts.size() != 5 || ascends(parts.subList(3, 5));
            default -> true;
        };
    }

    /// Behind the family and the feature stand the variant, which may be missing, and the currencies.
    private static List<String> currencies(List<String> parts) {
        return parts.stream()
                .skip(2)
                .filter(LETTERS)
                .filter(each -> !VARIANTS.contains(each))
                .toList();
    }

    private static boolean endsInANumber(String name) {
        var last = name.charAt(name.length() - 1);
        return last >= '0' && last <= '9';
    }

    private static boolean ascends(List<String> parts) {
        return parts.stream().sorted().toList().equals(parts);
    }

    private static List<String> parts(String name) {
        return List.of(name.split("_", -1));
    }
}
