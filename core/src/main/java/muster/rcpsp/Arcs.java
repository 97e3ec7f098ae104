package muster.rcpsp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import muster.rcpsp.Project.Activity;
import muster.rcpsp.Project.Successor;

/// The precedences of a project seen from one end: those of activity `a` are at `first[a]` up to `first[a + 1]`, not
/// included.
final class Arcs {
    final int[] first;
    /// The activity at the other end.
    final int[] to;
    final int[] lag;

    private Arcs(List<List<Successor>> arcs) {
        first = new int[arcs.size() + 1];
        for (int at = 0; at < arcs.size(); at++) {
            first[at + 1] = first[at] + arcs.get(at).size();
        }
        var all = arcs.stream().flatMap(List::stream).toList();
        to = all.stream().mapToInt(Successor::activity).toArray();
        lag = all.stream().mapToInt(Successor::lag).toArray();
    }

    static Arcs toSuccessors(Project project) {
        return new Arcs(project.activities().stream().map(Activity::successors).toList());
    }

    static Arcs toPredecessors(Project project) {
        var turned = Stream.generate(() -> (List<Successor>) new ArrayList<Successor>())
                .limit(project.activities().size())
                .toList();
        for (int from = 0; from < turned.size(); from++) {
            for (var arc : project.activities().get(from).successors()) {
                turned.get(arc.activity()).add(new Successor(from, arc.lag()));
            }
        }
        return new Arcs(turned);
    }
}
