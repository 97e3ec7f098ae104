package muster.pddl;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.plan.Location;
import muster.plan.Problem;

/// A planning task as written: a domain and a problem together. Every name that occurs is declared, every atom has as
/// many arguments as its predicate.
///
/// @param objects the domain's constants, then the problem's objects, in the order written
/// @param init what holds at the start
/// @param values what numeric functions are at the start
/// @param goalAt where the goal is written
/// @param remarks what is odd but does no harm
public record PddlTask(
        String domain,
        String problem,
        TypeTree types,
        List<PddlObject> objects,
        List<Predicate> predicates,
        List<Schema> schemas,
        Set<Fact> init,
        Map<Fact, BigDecimal> values,
        Condition goal,
        Location goalAt,
        Metric metric,
        List<Problem> remarks) {
    public PddlTask {
        objects = List.copyOf(objects);
        predicates = List.copyOf(predicates);
        schemas = List.copyOf(schemas);
        init = Collections.unmodifiableSet(new LinkedHashSet<>(init));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        remarks = List.copyOf(remarks);
    }

    /// The objects that may stand for a parameter.
    public List<PddlObject> candidates(Parameter parameter) {
        return objects.stream()
                .filter(object -> types.isA(object.types(), parameter.types()))
                .toList();
    }
}
