package muster.work;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.TaskId;
import muster.run.RunStatus;

/// What a worker has done.
///
/// @param done attempts that counted, or that somebody else has to check
/// @param failed attempts that failed
/// @param handedOn attempts whose time-box ended: the step is ready again, or it is asked whether it shall go on
/// @param asked attempts that cannot go on until somebody answers
/// @param lost attempts whose claim was lost, or that were stopped
/// @param left steps that it might have claimed but does not perform, with the reason
public record Worked(
        int done, int failed, int handedOn, int asked, int lost, RunStatus status, SortedMap<TaskId, String> left) {
    public Worked {
        left = Collections.unmodifiableSortedMap(new TreeMap<>(left));
    }
}
