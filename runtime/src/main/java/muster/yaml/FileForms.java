package muster.yaml;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import muster.plan.HostProbe;
import muster.plan.Matcher;
import muster.plan.Probe;
import org.jspecify.annotations.Nullable;

/// Probes of what stands at a path of this machine.
final class FileForms {
    private static final Pattern MODE = Pattern.compile("[0-7]{4}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private static final Field<HostProbe.FileAbsent, String> ABSENT =
            Field.required("file-absent", TextForm.SOME, HostProbe.FileAbsent::path, "path at which nothing is");

    static final List<ChoiceForm.Case<? extends Probe>> CASES =
            List.of(fileState(), HostForms.one(HostProbe.FileAbsent.class, ABSENT, HostProbe.FileAbsent::new));

    private FileForms() {}

    private static ChoiceForm.Case<HostProbe.FileState> fileState() {
        Field<HostProbe.FileState, String> path = Field.required(
                "file-state",
                TextForm.SOME,
                HostProbe.FileState::path,
                "path, relative to the workspace or absolute, at which something is");
        Field<HostProbe.FileState, HostProbe.@Nullable FileType> type = Field.optional(
                "type", WordForm.of(HostProbe.FileType.class), HostProbe.FileState::type, "what is there");
        Field<HostProbe.FileState, @Nullable String> mode = Field.optional(
                "mode",
                shaped("four octal digits in quotes such as \"0644\"", MODE),
                HostProbe.FileState::mode,
                "permissions");
        Field<HostProbe.FileState, @Nullable String> owner =
                Field.optional("owner", TextForm.SOME, HostProbe.FileState::owner, "name of the user who owns it");
        Field<HostProbe.FileState, @Nullable String> group =
                Field.optional("group", TextForm.SOME, HostProbe.FileState::group, "name of the group that owns it");
        Field<HostProbe.FileState, @Nullable String> sha256 = Field.optional(
                "sha256",
                shaped("64 hexadecimal digits in lower case", SHA256),
                HostProbe.FileState::sha256,
                "hash of the content");
        Field<HostProbe.FileState, @Nullable Matcher> size = Field.optional(
                "size", MatcherForms.MATCHER, HostProbe.FileState::size, "bytes of a file, entries of a directory");
        Field<HostProbe.FileState, List<Matcher>> contents = Field.required(
                        "contents",
                        new ListForm<>(MatcherForms.MATCHER, 1),
                        HostProbe.FileState::contents,
                        "what its text is like, at most 32 MiB of it; all must hold")
                .or(List.of());
        Field<HostProbe.FileState, @Nullable String> linksTo =
                Field.optional("links-to", TextForm.SOME, HostProbe.FileState::linksTo, "target of a symbolic link");
        return new ChoiceForm.Case<>(
                HostProbe.FileState.class,
                new EntryForm<>(
                        "file-state probe",
                        List.of(path, type, mode, owner, group, sha256, size, contents, linksTo),
                        entry -> new HostProbe.FileState(
                                entry.get(path),
                                entry.get(type),
                                entry.get(mode),
                                entry.get(owner),
                                entry.get(group),
                                entry.get(sha256),
                                entry.get(size),
                                entry.get(contents),
                                entry.get(linksTo))));
    }

    private static Form<String> shaped(String says, Pattern shape) {
        return new PatternForm<>(says, shape, Function.identity(), Function.identity());
    }
}
