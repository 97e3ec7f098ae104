package muster.probes.host;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import muster.matching.Value;
import muster.observation.Observation;
import muster.observation.Once;
import muster.plan.AssuranceLevel;
import muster.plan.HostProbe;
import muster.plan.HostProbe.Port;
import org.jspecify.annotations.Nullable;

/// What the kernel tells of processes, ports, mounts and its parameters.
record KernelProbe(Once<Processes> processes, Once<Sockets> sockets, Once<Mounts> mounts) {
    private static final Path PARAMETERS = Path.of("/proc/sys");

    static KernelProbe ofThisMachine() {
        return new KernelProbe(new Once<>(Processes::read), new Once<>(Sockets::read), new Once<>(Mounts::read));
    }

    void forget() {
        processes.forget();
        sockets.forget();
        mounts.forget();
    }

    Observation of(HostProbe.RunningProcess wanted) {
        var all = processes.get();
        if (!all.whyNot().isEmpty()) {
            return Observation.notRun("process", wanted.name(), all.whyNot());
        }
        var count = all.count(wanted.name());
        return new Comparison("process", wanted.name())
                .like("count", wanted.count(), new Value.Numeric(BigDecimal.valueOf(count)))
                .seen(AssuranceLevel.EXISTS, count + " of " + wanted.name() + " run")
                .with("count", count);
    }

    Observation of(Port wanted) {
        var all = sockets.get();
        if (!all.whyNot().isEmpty()) {
            return Observation.notRun("port", wanted.target(), all.whyNot());
        }
        var there = all.listening().stream().filter(one -> fits(wanted, one)).toList();
        var on = there.isEmpty() ? "" : there.getFirst().address();
        return switch (wanted.state()) {
            case PRESENT ->
                there.isEmpty()
                        ? Comparison.missing("port", wanted.target(), "nothing listens on " + where(wanted))
                        : open(wanted, on);
            case ABSENT ->
                there.isEmpty()
                        ? Observation.pass(
                                "port", wanted.target(), AssuranceLevel.EXISTS, "nothing listens on " + where(wanted))
                        : new Comparison("port", wanted.target())
                                .differs("state", "something listens on " + where(wanted) + ", expected nothing")
                                .seen(AssuranceLevel.EXISTS, "")
                                .with("address", on);
        };
    }

    private static Observation open(Port wanted, String address) {
        return Observation.pass("port", wanted.target(), AssuranceLevel.EXISTS, "something listens on " + where(wanted))
                .with("address", address);
    }

    private static boolean fits(Port wanted, Sockets.Listening one) {
        return one.port() == wanted.port()
                && one.protocol() == wanted.protocol()
                && (wanted.address() == null || wanted.address().equals(one.address()));
    }

    private static String where(Port wanted) {
        return wanted.target() + (wanted.address() == null ? "" : " of " + wanted.address());
    }

    Observation of(HostProbe.Mount wanted) {
        var all = mounts.get();
        if (!all.whyNot().isEmpty()) {
            return Observation.notRun("mount", wanted.path(), all.whyNot());
        }
        var mounted = all.at(wanted.path());
        if (mounted == null) {
            return Comparison.missing("mount", wanted.path(), "nothing is mounted at " + wanted.path());
        }
        return new Comparison("mount", wanted.path())
                .same("source", wanted.source(), mounted.source())
                .same("file system", wanted.fileSystem(), mounted.fileSystem())
                .among("options", wanted.options(), mounted.options())
                .seen(AssuranceLevel.EXISTS, mounted.fileSystem() + " is mounted at " + wanted.path())
                .with("source", mounted.source())
                .with("file-system", mounted.fileSystem())
                .with("options", String.join(",", mounted.options()));
    }

    Observation of(HostProbe.KernelParameter wanted) {
        var name = wanted.name();
        var file = parameter(name);
        if (file == null) {
            return noParameter(name);
        }
        if (!Files.exists(file)) {
            return missingParameter(name);
        }
        try {
            return compared(wanted, Files.readString(file));
        } catch (IOException e) {
            var why = e.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            return Observation.notRun("kernel-parameter", name, "it cannot be read: " + why);
        }
    }

    /// Where the kernel shows a parameter, none if the name is none of a parameter.
    static @Nullable Path parameter(String name) {
        var file = PARAMETERS.resolve(name.replace('.', '/')).normalize();
        return !file.startsWith(PARAMETERS) || name.contains("..") || file.equals(PARAMETERS) ? null : file;
    }

    static Observation noParameter(String name) {
        return Observation.error("kernel-parameter", name, "'" + name + "' names no kernel parameter");
    }

    static Observation missingParameter(String name) {
        return Comparison.missing("kernel-parameter", name, "the kernel has no parameter " + name);
    }

    static Observation compared(HostProbe.KernelParameter wanted, String read) {
        var value = read.strip().replace('\t', ' ');
        return new Comparison("kernel-parameter", wanted.name())
                .like("value", wanted.value(), new Value.Text(value))
                .seen(
                        AssuranceLevel.EXISTS,
                        wanted.name() + " is " + value.lines().findFirst().orElse(""))
                .with("value", value);
    }
}
