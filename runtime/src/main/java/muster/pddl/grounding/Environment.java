package muster.pddl.grounding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import muster.pddl.Parameter;
import muster.pddl.Term;
import org.jspecify.annotations.Nullable;

/// The objects that variables stand for, by name; quantifiers bind theirs for a while.
final class Environment {
    private final Symbols symbols;
    private final Map<String, Integer> objects = new HashMap<>();

    Environment(Symbols symbols) {
        this.symbols = symbols;
    }

    static Environment of(Rule rule, int[] binding, Symbols symbols) {
        var environment = new Environment(symbols);
        for (int variable = 0; variable < binding.length; variable++) {
            environment.objects.put(rule.schema().parameters().get(variable).name(), binding[variable]);
        }
        return environment;
    }

    int[] values(List<Term> terms) {
        return terms.stream()
                .mapToInt(term -> switch (term) {
                    case Term.Variable(var name) -> objects.get(name);
                    case Term.Named(var object) -> symbols.object(object);
                })
                .toArray();
    }

    /// Does something for all objects in the parameters' places, as long as the effort lasts.
    void forEach(List<Parameter> parameters, Effort effort, Runnable what) {
        if (parameters.isEmpty()) {
            what.run();
            return;
        }
        var first = parameters.getFirst();
        var hidden = objects.get(first.name());
        for (int object : symbols.candidates(first)) {
            if (effort.spent()) {
                break;
            }
            objects.put(first.name(), object);
            forEach(parameters.subList(1, parameters.size()), effort, what);
        }
        restore(first.name(), hidden);
    }

    private void restore(String name, @Nullable Integer hidden) {
        if (hidden == null) {
            objects.remove(name);
        } else {
            objects.put(name, hidden);
        }
    }

    /// What it gives for each.
    <T> List<T> collect(List<Parameter> parameters, Effort effort, Supplier<T> what) {
        var all = new ArrayList<T>();
        forEach(parameters, effort, () -> all.add(what.get()));
        return all;
    }
}
