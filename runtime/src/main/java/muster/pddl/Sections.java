package muster.pddl;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.pddl.Node.Group;
import org.jspecify.annotations.Nullable;

/// The sections of a file by their keyword, those that cannot be used complained of.
record Sections(List<Group> all) {
    private static final Set<String> OF_DOMAIN =
            Set.of(":requirements", ":types", ":constants", ":predicates", ":functions", ":action");
    private static final Set<String> OF_PROBLEM =
            Set.of(":requirements", ":domain", ":objects", ":init", ":goal", ":metric", ":length");
    private static final Map<String, String> UNSUPPORTED = Map.of(
            ":durative-action", "durative actions",
            ":derived", "derived predicates",
            ":axiom", "axioms",
            ":constraints", "constraints on the way to the goal",
            ":process", "processes",
            ":event", "events",
            ":timeless", "timeless facts",
            ":situation", "situations",
            ":method", "hierarchical methods",
            ":task", "hierarchical tasks");
    private static final Set<String> REPEATABLE = Set.of(":action");

    static Sections ofDomain(Definition definition, Complaints complaints) {
        return of(definition, OF_DOMAIN, complaints);
    }

    static Sections ofProblem(Definition definition, Complaints complaints) {
        return of(definition, OF_PROBLEM, complaints);
    }

    private static Sections of(Definition definition, Set<String> known, Complaints complaints) {
        var seen = new HashSet<String>();
        for (var section : definition.sections()) {
            var head = section.head();
            if (!known.contains(head)) {
                complain(section, known, complaints);
            } else if (!seen.add(head) && !REPEATABLE.contains(head)) {
                complaints.add(section, "a second section " + head + "; there may be one");
            }
        }
        return new Sections(definition.sections());
    }

    private static void complain(Group section, Set<String> known, Complaints complaints) {
        var what = UNSUPPORTED.get(section.head());
        if (what != null) {
            complaints.unsupported(section, what + " (" + section.head() + ")");
        } else {
            complaints.unknown(
                    section.items().getFirst(),
                    "section",
                    known.stream().sorted().toList());
        }
    }

    /// The first section with this keyword; null if there is none.
    @Nullable
    Group first(String keyword) {
        return named(keyword).stream().findFirst().orElse(null);
    }

    /// What stands in the first section with this keyword; empty if there is none.
    List<Node> contents(String keyword) {
        var section = first(keyword);
        return section == null ? List.of() : section.rest();
    }

    /// All sections with this keyword.
    List<Group> named(String keyword) {
        return all.stream().filter(section -> section.head().equals(keyword)).toList();
    }
}
