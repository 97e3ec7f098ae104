package muster.pddl.grounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Finds the bindings of one rule's variables under which its positive atoms are among those indexed. At each
/// level the condition with the fewest matches comes first, or the variable with the fewest candidates if it has
/// fewer.
final class Join {
    private static final int UNBOUND = -1;
    private static final int NO_TRIGGER = -1;

    private final Rule rule;
    private final Atoms atoms;
    private final AtomIndex index;
    private final Effort effort;
    private final Consumer<int[]> found;
    private final List<List<Check>> checksOf = new ArrayList<>();
    private final boolean[] matched;
    private final int[] binding;
    private final int[] trail;
    private int bound;
    private int trigger = NO_TRIGGER;
    private int newest;

    /// @param found told each binding; the array is its own
    Join(Rule rule, Reached reached, Consumer<int[]> found) {
        this.rule = rule;
        this.atoms = reached.atoms();
        this.index = reached.index();
        this.effort = reached.effort();
        this.found = found;
        matched = new boolean[rule.positive().size()];
        binding = new int[rule.variables()];
        Arrays.fill(binding, UNBOUND);
        trail = new int[rule.variables()];
        for (int variable = 0; variable < rule.variables(); variable++) {
            checksOf.add(checksOf(variable));
        }
    }

    private List<Check> checksOf(int variable) {
        return rule.checks().stream()
                .filter(check -> Arrays.stream(check.variables()).anyMatch(each -> each == variable))
                .toList();
    }

    /// False if a check without variables fails: then there is no binding.
    boolean possible() {
        return rule.checks().stream().allMatch(check -> check.mayHold(binding, atoms));
    }

    /// All bindings over the atoms up to a number.
    void all(int newestAtom) {
        trigger = NO_TRIGGER;
        newest = newestAtom;
        extend();
    }

    /// The bindings for which the newest atom stands at one position of the positive atoms, and at no earlier one.
    void with(int position, int newestAtom) {
        trigger = position;
        newest = newestAtom;
        match(position, newestAtom);
    }

    private void extend() {
        if (effort.spent()) {
            return;
        }
        int literal = fewestMatches();
        int variable = fewestCandidates();
        if (literal < 0 && variable < 0) {
            found.accept(binding.clone());
        } else if (literal < 0) {
            tryCandidates(variable);
        } else if (variable >= 0 && rule.candidates().get(variable).length < matches(literal)) {
            tryCandidates(variable);
        } else {
            tryMatches(literal);
        }
    }

    private int fewestMatches() {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int literal = 0; literal < matched.length; literal++) {
            int matches = matched[literal] ? Integer.MAX_VALUE : matches(literal);
            if (matches < least) {
                best = literal;
                least = matches;
            }
        }
        return best;
    }

    private int matches(int literal) {
        var atom = rule.positive().get(literal);
        int least = index.of(atom.predicate()).size();
        boolean free = false;
        for (int place = 0; place < atom.terms().length; place++) {
            int object = Literal.value(atom.terms()[place], binding);
            free |= object < 0;
            least = object < 0
                    ? least
                    : Math.min(least, index.of(atom.predicate(), place, object).size());
        }
        return free ? least : Math.min(least, 1);
    }

    private int fewestCandidates() {
        int best = -1;
        for (int variable = 0; variable < binding.length; variable++) {
            boolean fewer = best < 0
                    || rule.candidates().get(variable).length
                            < rule.candidates().get(best).length;
            if (binding[variable] == UNBOUND && fewer) {
                best = variable;
            }
        }
        return best;
    }

    private void tryCandidates(int variable) {
        for (int object : rule.candidates().get(variable)) {
            int mark = bound;
            if (bind(variable, object)) {
                extend();
            }
            release(mark);
        }
    }

    private void tryMatches(int literal) {
        var atom = rule.positive().get(literal);
        if (isBound(atom)) {
            tryMatch(literal, atoms.find(atom.predicate(), atom.values(binding)));
            return;
        }
        var list = shortestList(atom);
        int size = list.size();
        for (int next = 0; next < size && !effort.isOver(); next++) {
            tryMatch(literal, list.get(next));
        }
    }

    private void tryMatch(int literal, int atom) {
        if (atom != Atoms.NONE && (atom < newest || (literal > trigger && atom == newest))) {
            match(literal, atom);
        }
    }

    private boolean isBound(Literal atom) {
        for (int term : atom.terms()) {
            if (Literal.value(term, binding) < 0) {
                return false;
            }
        }
        return true;
    }

    private IntList shortestList(Literal atom) {
        var shortest = index.of(atom.predicate());
        for (int place = 0; place < atom.terms().length; place++) {
            int object = Literal.value(atom.terms()[place], binding);
            var list = object < 0 ? shortest : index.of(atom.predicate(), place, object);
            shortest = list.size() < shortest.size() ? list : shortest;
        }
        return shortest;
    }

    private void match(int literal, int atom) {
        int mark = bound;
        matched[literal] = true;
        if (unify(rule.positive().get(literal), atom)) {
            extend();
        }
        matched[literal] = false;
        release(mark);
    }

    private boolean unify(Literal literal, int atom) {
        for (int place = 0; place < literal.terms().length; place++) {
            int object = Literal.value(literal.terms()[place], binding);
            int wanted = atoms.argument(atom, place);
            if (object < 0 ? !bind(literal.terms()[place], wanted) : object != wanted) {
                return false;
            }
        }
        return true;
    }

    private boolean bind(int variable, int object) {
        if (Arrays.binarySearch(rule.candidates().get(variable), object) < 0) {
            return false;
        }
        binding[variable] = object;
        trail[bound++] = variable;
        for (var check : checksOf.get(variable)) {
            if (!check.mayHold(binding, atoms)) {
                return false;
            }
        }
        return true;
    }

    private void release(int mark) {
        while (bound > mark) {
            binding[trail[--bound]] = UNBOUND;
        }
    }
}
