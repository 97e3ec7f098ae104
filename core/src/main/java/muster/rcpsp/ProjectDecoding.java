package muster.rcpsp;

import java.util.Arrays;

/// Places the activities of a [Project] in time. Placing backward is placing forward with time and precedences turned
/// round. The value is the makespan; what is used up beyond the stock counts as periods after the horizon, so that the
/// search is led to feasible modes (the penalty of Hartmann 2001).
final class ProjectDecoding implements Decoding {
    private final ProjectArrays project;
    private final CriticalPath path;
    private final long bound;
    private final Profile profile;
    private final int[][] predecessors;
    private final int[] finish;

    ProjectDecoding(ProjectArrays project, CriticalPath path, long bound) {
        this.project = project;
        this.path = path;
        this.bound = bound;
        profile = project.newProfile();
        predecessors = new int[project.size][];
        Arrays.setAll(
                predecessors,
                activity -> Arrays.copyOfRange(
                        project.before.to, project.before.first[activity], project.before.first[activity + 1]));
        finish = new int[project.size];
    }

    @Override
    public int size() {
        return project.size;
    }

    @Override
    public int[] predecessors(int activity) {
        return predecessors[activity];
    }

    @Override
    public int modes(int activity) {
        return project.options(activity);
    }

    @Override
    public long latestFinish(int activity) {
        return (long) path.length - path.tail[activity];
    }

    @Override
    public long bound() {
        return bound;
    }

    @Override
    public long forward(Candidate candidate) {
        int[] order = candidate.order();
        profile.clear();
        int end = 0;
        for (int activity : order) {
            int option = project.firstOption[activity] + candidate.mode()[activity];
            int start = place(activity, option, project.before);
            candidate.start()[activity] = start;
            candidate.finish()[activity] = finish[activity];
            end = Math.max(end, finish[activity]);
        }
        candidate.value(end + penalty(candidate.mode()));
        return candidate.value();
    }

    @Override
    public boolean backward(Candidate candidate) {
        int[] order = candidate.order();
        long last = 0;
        for (long end : candidate.finish()) {
            last = Math.max(last, end);
        }
        profile.clear();
        int end = 0;
        for (int place = order.length - 1; place >= 0; place--) {
            int activity = order[place];
            int option = project.firstOption[activity] + candidate.mode()[activity];
            candidate.finish()[activity] = last - place(activity, option, project.after);
            candidate.start()[activity] = last - finish[activity];
            end = Math.max(end, finish[activity]);
        }
        return end <= last;
    }

    private int place(int activity, int option, Arcs arcs) {
        int start = 0;
        for (int arc = arcs.first[activity]; arc < arcs.first[activity + 1]; arc++) {
            start = Math.max(start, finish[arcs.to[arc]] + arcs.lag[arc]);
        }
        int duration = project.duration[option];
        start = duration == 0 ? start : profile.place(start, option);
        finish[activity] = start + duration;
        return start;
    }

    private long penalty(int[] mode) {
        long excess = 0;
        for (int resource = 0; resource < project.stock.length; resource++) {
            long used = 0;
            for (int activity = 0; activity < mode.length; activity++) {
                used += project.use[(project.firstOption[activity] + mode[activity]) * project.stock.length + resource];
            }
            excess += Math.max(0, used - project.stock[resource]);
        }
        return excess == 0 ? 0 : project.horizon + excess;
    }
}
