package muster.pddl.grounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import muster.pddl.Effect;
import muster.pddl.PddlTask;

/// Finds what could become true and be done if nothing were ever undone (relaxed reachability): each fact that becomes
/// reachable is joined once with those before it.
final class Reachability {
    private final Symbols symbols;
    private final List<Rule> rules;
    private final Reached reached;
    private final Costs costs;
    private final List<Instance> instances = new ArrayList<>();
    private int initial;

    /// A position of a rule at which a new atom may stand.
    private record Entry(Join join, int position) {}

    Reachability(PddlTask task, Symbols symbols, List<Rule> rules, Effort effort) {
        this.symbols = symbols;
        this.rules = rules;
        var atoms = new Atoms();
        reached = new Reached(atoms, new AtomIndex(atoms, symbols.predicates(), symbols.objectCount()), effort);
        costs = new Costs(task, symbols);
    }

    Reached reached() {
        return reached;
    }

    /// How many atoms hold at the start; they have the lowest numbers.
    int initial() {
        return initial;
    }

    /// What can be done, by rule and objects.
    List<Instance> run(PddlTask task) {
        int statics = addInitial(task, true);
        for (int atom = 0; atom < statics; atom++) {
            reached.index().add(atom);
        }
        initial = addInitial(task, false);
        var entries = entries();
        for (var alone : entries.getLast()) {
            alone.join().all(statics - 1);
        }
        for (int atom = statics;
                atom < reached.atoms().size() && !reached.effort().isOver();
                atom++) {
            reached.index().add(atom);
            for (var entry : entries.get(reached.atoms().predicate(atom))) {
                entry.join().with(entry.position(), atom);
            }
        }
        instances.sort(Instance.ORDER);
        return instances;
    }

    private int addInitial(PddlTask task, boolean isStatic) {
        task.init().stream()
                .filter(fact -> symbols.isStatic(symbols.predicate(fact.name())) == isStatic)
                .map(fact -> new Literal(
                        symbols.predicate(fact.name()),
                        fact.objects().stream().mapToInt(symbols::object).toArray()))
                .sorted(Comparator.comparingInt(Literal::predicate).thenComparing(Literal::terms, Arrays::compare))
                .forEach(fact -> reached.atoms().add(fact.predicate(), fact.terms()));
        return reached.atoms().size();
    }

    /// By predicate, the positions at which its atoms may stand; at the end the rules that need no atom that changes.
    private List<List<Entry>> entries() {
        var entries = new ArrayList<List<Entry>>();
        for (int predicate = 0; predicate <= symbols.predicates().size(); predicate++) {
            entries.add(new ArrayList<>());
        }
        for (int number = 0; number < rules.size(); number++) {
            int rule = number;
            var join = new Join(rules.get(rule), reached, binding -> found(rule, binding));
            if (join.possible()) {
                addEntries(join, rules.get(rule), entries);
            }
        }
        return entries;
    }

    private void addEntries(Join join, Rule rule, List<List<Entry>> entries) {
        boolean changes = false;
        for (int position = 0; position < rule.positive().size(); position++) {
            int predicate = rule.positive().get(position).predicate();
            if (!symbols.isStatic(predicate)) {
                entries.get(predicate).add(new Entry(join, position));
                changes = true;
            }
        }
        if (!changes) {
            entries.getLast().add(new Entry(join, 0));
        }
    }

    private void found(int number, int[] binding) {
        var rule = rules.get(number);
        var cost = costs.of(rule, binding);
        if (cost == null) {
            return;
        }
        reached.effort().countInstance();
        instances.add(new Instance(number, binding, cost));
        for (var add : rule.adds()) {
            reached.atoms().add(add.predicate(), add.values(binding));
        }
        if (!rule.complex().isEmpty()) {
            var environment = Environment.of(rule, binding, symbols);
            rule.complex().forEach(effect -> addAll(effect, environment));
        }
    }

    /// Whatever the effect might add, if its condition ever held.
    private void addAll(Effect effect, Environment environment) {
        switch (effect) {
            case Effect.Add(var atom) ->
                reached.atoms().add(symbols.predicate(atom), environment.values(atom.arguments()));
            case Effect.Delete _ -> {}
            case Effect.ForAll(var parameters, var inner) ->
                environment.forEach(
                        parameters, reached.effort(), () -> inner.forEach(each -> addAll(each, environment)));
            case Effect.When(var _, var inner) -> inner.forEach(each -> addAll(each, environment));
        }
    }
}
