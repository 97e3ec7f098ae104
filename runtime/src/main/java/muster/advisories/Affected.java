package muster.advisories;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import muster.probes.packages.Ecosystem;
import muster.versions.PreReleases;
import muster.versions.Versions;
import org.jspecify.annotations.Nullable;

/// Versions of one package that a vulnerability is in. Source of the rules: the OSV schema, 1.7, "evaluation".
///
/// @param name as packages of the ecosystem are compared
/// @param listed versions that are named one by one
/// @param ranges the events of each range
record Affected(Ecosystem ecosystem, String name, Set<String> listed, List<List<Event>> ranges) {
    /// Before every version.
    private static final String BEGINNING = "0";

    Affected {
        listed = Set.copyOf(listed);
        ranges = ranges.stream().map(List::copyOf).toList();
    }

    /// What happens at a version.
    enum Kind {
        INTRODUCED,
        FIXED,
        LAST_AFFECTED
    }

    /// A version at which the vulnerability comes or goes.
    record Event(Kind kind, String version) {}

    /// True if the version has the vulnerability; a version that cannot be compared has it only if it is named.
    boolean holds(String version) {
        return listed.contains(version) || ranges.stream().anyMatch(range -> holds(version, range));
    }

    private boolean holds(String version, List<Event> range) {
        boolean inside = false;
        for (var event : sorted(range)) {
            inside = switch (event.kind()) {
                case INTRODUCED -> inside || isAtLeast(version, event.version());
                case FIXED -> inside && !isAtLeast(version, event.version());
                case LAST_AFFECTED -> inside && isAtLeast(event.version(), version);
            };
        }
        return inside;
    }

    /// The lowest version above this one in which it is fixed; none if there is none.
    @Nullable
    String fixed(String version) {
        return ranges.stream()
                .flatMap(List::stream)
                .filter(event -> event.kind() == Kind.FIXED && !isAtLeast(version, event.version()))
                .map(Event::version)
                .reduce((one, other) -> isAtLeast(one, other) ? other : one)
                .orElse(null);
    }

    /// Sorted by insertion, because versions that cannot be read have no order.
    private List<Event> sorted(List<Event> range) {
        var sorted = new ArrayList<Event>();
        for (var event : range) {
            int place = sorted.size();
            while (place > 0
                    && !isAtLeast(event.version(), sorted.get(place - 1).version())) {
                place--;
            }
            sorted.add(place, event);
        }
        return sorted;
    }

    private boolean isAtLeast(String version, String bound) {
        if (bound.equals(BEGINNING)) {
            return true;
        }
        var range = switch (ecosystem.notation()) {
            case MAVEN -> "[" + bound + ",)";
            case DEBIAN -> ">= " + bound;
            case PEP440, NPM, CARGO, TOOL -> ">=" + bound;
        };
        return Versions.check(ecosystem.notation(), range, version, PreReleases.INSTALLED)
                .isInside();
    }
}
