package muster.pddl;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import muster.pddl.Node.Word;

/// The requirements that a file states. Domains state more than they use and use more than they state, so that
/// only what is no requirement of any PDDL is complained of; what is used and not supported is complained of
/// where it is used.
final class Requirements {
    /// Source: PDDL 1.2, 2.1, 2.2, 3.0, 3.1 and PDDL+.
    private static final Set<String> KNOWN = Set.of(
            ":strips",
            ":typing",
            ":equality",
            ":negative-preconditions",
            ":disjunctive-preconditions",
            ":existential-preconditions",
            ":universal-preconditions",
            ":quantified-preconditions",
            ":conditional-effects",
            ":adl",
            ":ucpop",
            ":action-costs",
            ":fluents",
            ":numeric-fluents",
            ":object-fluents",
            ":durative-actions",
            ":duration-inequalities",
            ":continuous-effects",
            ":derived-predicates",
            ":timed-initial-literals",
            ":preferences",
            ":constraints",
            ":goal-utilities",
            ":time",
            ":domain-axioms",
            ":subgoal-through-axioms",
            ":action-expansions",
            ":foreach-expansions",
            ":dag-expansions",
            ":safety-constraints",
            ":expression-evaluation",
            ":open-world",
            ":true-negation",
            ":hierarchy",
            ":htn");

    private Requirements() {}

    static void check(Sections sections, Complaints complaints) {
        sections.contents(":requirements").stream()
                .flatMap(node ->
                        node instanceof Word word && KNOWN.contains(word.text()) ? Stream.empty() : Stream.of(node))
                .forEach(node -> complaints.unknown(node, "requirement", sorted()));
    }

    private static List<String> sorted() {
        return KNOWN.stream().sorted().toList();
    }
}
