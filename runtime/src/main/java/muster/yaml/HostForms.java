package muster.yaml;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import muster.plan.HostProbe;
import muster.plan.Matcher;
import muster.plan.Presence;
import muster.plan.Probe;
import org.jspecify.annotations.Nullable;

/// Probes of this machine and of what it can reach.
final class HostForms {
    static final List<ChoiceForm.Case<? extends Probe>> CASES = Stream.of(
                    FileForms.CASES, AccountForms.CASES, cases(), NetForms.CASES)
            .flatMap(List::stream)
            .toList();

    private HostForms() {}

    private static List<ChoiceForm.Case<? extends Probe>> cases() {
        return List.of(process(), mount(), diskSpace(), environment(), service(), kernelParameter());
    }

    private static ChoiceForm.Case<HostProbe.DiskSpace> diskSpace() {
        return matched(
                HostProbe.DiskSpace.class,
                Field.required(
                        "disk-space",
                        TextForm.SOME,
                        HostProbe.DiskSpace::path,
                        "path on the file system that has space left"),
                Field.required("free", MatcherForms.MATCHER, HostProbe.DiskSpace::free, "bytes left"),
                HostProbe.DiskSpace::new);
    }

    private static ChoiceForm.Case<HostProbe.KernelParameter> kernelParameter() {
        return matched(
                HostProbe.KernelParameter.class,
                Field.required(
                        "kernel-parameter",
                        TextForm.SOME,
                        HostProbe.KernelParameter::name,
                        "name of a kernel parameter, such as vm.swappiness"),
                Field.required("value", MatcherForms.MATCHER, HostProbe.KernelParameter::value, "its value"),
                HostProbe.KernelParameter::new);
    }

    private static ChoiceForm.Case<HostProbe.RunningProcess> process() {
        Field<HostProbe.RunningProcess, Matcher> count = Field.<HostProbe.RunningProcess, Matcher>required(
                        "count", MatcherForms.MATCHER, HostProbe.RunningProcess::count, "how many of them run")
                .or(new Matcher.AtLeast(BigDecimal.ONE));
        return matched(
                HostProbe.RunningProcess.class,
                Field.required("process", TextForm.SOME, HostProbe.RunningProcess::name, "name of a program that runs"),
                count,
                HostProbe.RunningProcess::new);
    }

    private static ChoiceForm.Case<HostProbe.Mount> mount() {
        Field<HostProbe.Mount, String> path =
                Field.required("mount", TextForm.SOME, HostProbe.Mount::path, "path at which a file system is mounted");
        Field<HostProbe.Mount, @Nullable String> source =
                Field.optional("source", TextForm.SOME, HostProbe.Mount::source, "device or share that is mounted");
        Field<HostProbe.Mount, @Nullable String> fileSystem =
                Field.optional("file-system", TextForm.SOME, HostProbe.Mount::fileSystem, "its type, such as ext4");
        Field<HostProbe.Mount, List<String>> options = Field.required(
                        "options",
                        new ListForm<>(TextForm.SOME, 1),
                        HostProbe.Mount::options,
                        "options it has at least")
                .or(List.of());
        return new ChoiceForm.Case<>(
                HostProbe.Mount.class,
                new EntryForm<>(
                        "mount probe",
                        List.of(path, source, fileSystem, options),
                        entry -> new HostProbe.Mount(
                                entry.get(path), entry.get(source), entry.get(fileSystem), entry.get(options))));
    }

    private static ChoiceForm.Case<HostProbe.EnvironmentVariable> environment() {
        Field<HostProbe.EnvironmentVariable, String> name = Field.required(
                "environment",
                TextForm.SOME,
                HostProbe.EnvironmentVariable::name,
                "name of a variable that is set where Muster runs");
        Field<HostProbe.EnvironmentVariable, @Nullable Matcher> value = Field.optional(
                "value", MatcherForms.MATCHER, HostProbe.EnvironmentVariable::value, "its value, which is never shown");
        return new ChoiceForm.Case<>(
                HostProbe.EnvironmentVariable.class,
                new EntryForm<>(
                        "environment probe",
                        List.of(name, value),
                        entry -> new HostProbe.EnvironmentVariable(entry.get(name), entry.get(value))));
    }

    private static ChoiceForm.Case<HostProbe.Service> service() {
        Field<HostProbe.Service, String> name =
                Field.required("service", TextForm.SOME, HostProbe.Service::name, "name of a service of this machine");
        Field<HostProbe.Service, Presence> state = Field.required(
                        "state", presence("running", "stopped"), HostProbe.Service::running, "whether it runs")
                .or(Presence.PRESENT);
        Field<HostProbe.Service, @Nullable Presence> start = Field.optional(
                "start",
                presence("enabled", "disabled"),
                HostProbe.Service::enabled,
                "whether it starts with the machine");
        return new ChoiceForm.Case<>(
                HostProbe.Service.class,
                new EntryForm<>(
                        "service probe",
                        List.of(name, state, start),
                        entry -> new HostProbe.Service(entry.get(name), entry.get(state), entry.get(start))));
    }

    /// Words for there and not there.
    static Form<Presence> presence(String there, String not) {
        var words = new LinkedHashMap<String, Presence>();
        words.put(there, Presence.PRESENT);
        words.put(not, Presence.ABSENT);
        return new WordForm<>(words);
    }

    /// A probe with one key.
    static <P extends Probe> ChoiceForm.Case<P> one(Class<P> type, Field<P, String> key, Function<String, P> make) {
        return new ChoiceForm.Case<>(
                type, new EntryForm<>(key.key() + " probe", List.of(key), entry -> make.apply(entry.get(key))));
    }

    private static <P extends Probe> ChoiceForm.Case<P> matched(
            Class<P> type, Field<P, String> key, Field<P, Matcher> matcher, BiFunction<String, Matcher, P> make) {
        return new ChoiceForm.Case<>(
                type,
                new EntryForm<>(
                        key.key() + " probe",
                        List.of(key, matcher),
                        entry -> make.apply(entry.get(key), entry.get(matcher))));
    }
}
