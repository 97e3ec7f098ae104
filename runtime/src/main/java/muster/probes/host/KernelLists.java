package muster.probes.host;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import muster.plan.HostProbe.Protocol;

/// What the kernel of another machine lists, in the same files as that of this one.
record KernelLists(Inquiry inquiry) {
    /// Of every process its name and the first of its arguments, which ends at NUL: one program for all,
    /// because a process for each of theirs would take seconds.
    private static final String PROCESSES =
            "LC_ALL=C grep -aoHs '^[^[:cntrl:]]*' /proc/[0-9]*/comm /proc/[0-9]*/cmdline";

    private static final Pattern LINE = Pattern.compile("/proc/(\\d{1,10})/(comm|cmdline):(.*)");

    /// Whatever a process is called, its own line begins with its own number; of several lines the first
    /// counts.
    Processes processes() {
        var answer = inquiry.script(PROCESSES);
        var names = new TreeMap<Long, String>();
        var programs = new TreeMap<Long, String>();
        for (var line : answer.stdout().split("\n", -1)) {
            var match = LINE.matcher(line);
            if (match.matches()) {
                (match.group(2).equals("comm") ? names : programs)
                        .putIfAbsent(Long.valueOf(match.group(1)), match.group(3));
            }
        }
        return names.isEmpty()
                ? new Processes(List.of(), "the kernel does not list the processes there: " + answer.complaint())
                : new Processes(
                        names.entrySet().stream()
                                .map(one -> running(one.getKey(), one.getValue(), programs))
                                .toList(),
                        "");
    }

    private static Processes.Running running(long id, String name, Map<Long, String> programs) {
        var program = programs.getOrDefault(id, "");
        return new Processes.Running(id, name, program.substring(program.lastIndexOf('/') + 1));
    }

    /// The heading, and what may listen: a busy machine has more other sockets than can be read.
    Sockets sockets() {
        var all = new ArrayList<Sockets.Listening>();
        try {
            for (var file : Sockets.FILES.entrySet()) {
                var answer = inquiry.of("grep", "-e", " sl ", "-e", " 0A ", "-e", " 07 ", file.getKey());
                boolean none = answer.saysNotThere() && file.getKey().endsWith("6");
                if (answer.exit() != 0 && !none) {
                    return unknown(answer.complaint());
                }
                all.addAll(listening(answer.stdout(), file.getValue()));
            }
            return new Sockets(all, "");
        } catch (IOException e) {
            return unknown(String.valueOf(e.getMessage()));
        }
    }

    private static List<Sockets.Listening> listening(String text, Protocol protocol) throws IOException {
        return Sockets.parse(text.lines().toList(), protocol);
    }

    private static Sockets unknown(String why) {
        return new Sockets(List.of(), "the kernel does not list the ports there: " + why);
    }

    Mounts mounts() {
        var answer = inquiry.of("cat", Mounts.TABLE.toString());
        return answer.exit() == 0
                ? new Mounts(Mounts.parse(answer.stdout().lines().toList()), "")
                : new Mounts(List.of(), "the kernel does not list the mounts there: " + answer.complaint());
    }
}
