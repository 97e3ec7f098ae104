package muster.packs.warehouse.naming;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Judges names against a standard, knowing which names are taken.
final class Judge {
    private static final Set<Code> NO_NAME_FOLLOWS = EnumSet.of(Code.SHAPE, Code.UNKNOWN_COMPONENT);

    private final NamingStandard standard;
    private final TakenNames taken;

    Judge(NamingStandard standard, TakenNames taken) {
        this.standard = standard;
        this.taken = taken;
    }

    Verdict verdict(String name) {
        var reduced = Reduced.of(name, standard);
        var twin = twin(name);
        var target = twin == null ? target(reduced) : target(Reduced.of(twin, standard));
        return new Verdict(
                name,
                reduced.category(),
                reduced.meaning().variant(),
                reduced.meaning().evidence(),
                Flaws.of(reduced, standard),
                violated(name, reduced.codes()),
                target,
                twin,
                remedy(reduced, twin, target));
    }

    private @Nullable String twin(String name) {
        for (var pair : standard.copies()) {
            var values = pair.copy().match(name);
            if (values != null) {
                return taken.bearer(pair.of().fill(pair.copy(), values));
            }
        }
        return null;
    }

    private Target target(Reduced reduced) {
        var name = reduced.repaired();
        if (name == null
                || name.equals(reduced.name())
                || reduced.codes().stream().anyMatch(NO_NAME_FOLLOWS::contains)) {
            return new Target.None();
        }
        return taken.isTakenBesides(reduced.name(), name) ? new Target.Occupied(name) : new Target.Free(name);
    }

    private Set<Reading> violated(String name, List<Code> codes) {
        var readings = EnumSet.noneOf(Reading.class);
        for (var reading : standard.readings()) {
            if (!keeps(reading, name, codes)) {
                readings.add(reading);
            }
        }
        exceptions(name).forEach(exception -> readings.removeAll(exception.readings()));
        return readings;
    }

    private static boolean keeps(Reading reading, String name, List<Code> codes) {
        return switch (reading) {
            case R1 -> EarlierReadings.keepsAuditScript(name);
            case R2 -> EarlierReadings.keepsInventory(name);
            case R3 -> EarlierReadings.keepsBuildAgent(name);
            case R4, R5 -> codes.isEmpty();
        };
    }

    private List<NameException> exceptions(String name) {
        return standard.exceptions().stream().filter(each -> each.covers(name)).toList();
    }

    private Remedy remedy(Reduced reduced, @Nullable String twin, Target target) {
        if (reduced.codes().isEmpty()) {
            return Remedy.KEEP;
        }
        if (twin != null) {
            return Remedy.DROP_AFTER_COMPARISON;
        }
        return byCode(reduced, target);
    }

    private Remedy byCode(Reduced reduced, Target target) {
        var codes = reduced.codes();
        if (codes.contains(Code.NO_RULE)) {
            return exceptions(reduced.name()).isEmpty() ? Remedy.ADD_RULE : Remedy.KEEP_BY_EXCEPTION;
        }
        if (reduced.meaning().variant() == Variant.NONE && reduced.repaired() == null) {
            return Remedy.EXCEPTION_OR_GRAMMAR;
        }
        if (codes.contains(Code.WINDOW_SUFFIX) && target.name() != null) {
            return Remedy.CONSOLIDATE;
        }
        return switch (target) {
            case Target.Free _ -> Remedy.RENAME;
            case Target.Occupied _ -> Remedy.DECIDE_WHICH_IS_CURRENT;
            case Target.None _ ->
                exceptions(reduced.name()).isEmpty() ? Remedy.RULE_CONFLICT : Remedy.KEEP_BY_EXCEPTION;
        };
    }
}
