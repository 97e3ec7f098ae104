package muster.actions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// Processes of attempts outside the sandbox. Every one carries the mark of its attempt in its environment, which
/// what it starts inherits; so all of them are found, also those whose parent is gone.
public final class Processes {
    private static final String MARK = "MUSTER_ATTEMPT";
    private static final Path PROC = Path.of("/proc");

    private Processes() {}

    /// The environment of an attempt: what the operator gives, `MUSTER_KEY`, `MUSTER_FENCE`, the mark, in a time-box
    /// `MUSTER_PART` and `MUSTER_PARTS` and, once a question was answered, `MUSTER_ANSWER`.
    static SortedMap<String, String> environment(SortedMap<String, String> given, Assignment assignment) {
        var environment = new TreeMap<>(given);
        environment.putAll(told(assignment));
        environment.put(MARK, assignment.mark());
        return environment;
    }

    /// What any command is told by its environment.
    static SortedMap<String, String> told(Assignment assignment) {
        var told = new TreeMap<String, String>();
        told.put("MUSTER_KEY", assignment.call().key());
        told.put("MUSTER_FENCE", Long.toString(assignment.call().fence()));
        if (assignment.deadline() != null) {
            told.put("MUSTER_PART", Integer.toString(assignment.part()));
            told.put("MUSTER_PARTS", Integer.toString(assignment.step().terms().parts()));
        }
        assignment
                .call()
                .arguments()
                .forEach((name, value) -> told.put("MUSTER_" + name.toUpperCase(Locale.ROOT), value));
        return told;
    }

    /// Kills what is left of an attempt.
    static void endOf(Assignment assignment) {
        end(MARK + "=" + assignment.mark() + "\0");
    }

    /// Kills what is left of all attempts of a worker that is dead.
    public static void endOfWorker(String worker) {
        end(MARK + "=" + worker + "/");
    }

    /// Again until none is found: one that is about to be killed may just have started another.
    private static void end(String begin) {
        var left = marked(begin);
        for (var rounds = 0; !left.isEmpty() && rounds < 10; rounds++) {
            left.forEach(ProcessHandle::destroyForcibly);
            left = marked(begin);
        }
    }

    private static List<ProcessHandle> marked(String begin) {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .filter(process -> carries(process.pid(), begin))
                .toList();
    }

    /// Processes of others cannot be read, and are none of ours; one that is gone by now has an empty environment.
    private static boolean carries(long pid, String begin) {
        try {
            var bytes = Files.readAllBytes(PROC.resolve(Long.toString(pid)).resolve("environ"));
            return ("\0" + new String(bytes, StandardCharsets.ISO_8859_1)).contains("\0" + begin);
        } catch (IOException e) {
            return false;
        }
    }
}
