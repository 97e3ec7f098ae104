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
    private static final Pattern MODE_SHAPE = Pattern.compile("[0-7]{4}");
    private static final Pattern SHA256_SHAPE = Pattern.compile("[0-9a-f]{64}");

    private static final Field<HostProbe.FileAbsent, String> ABSENT =
            Field.required("file-absent", TextForm.SOME, HostProbe.FileAbsent::path, "path at which nothing is");

    private static final Field<HostProbe.FileState, String> PATH = Field.required(
            "file-state",
            TextForm.SOME,
            HostProbe.FileState::path,
            "path, relative to the workspace or absolute, at which something is");
    private static final Field<HostProbe.FileState, HostProbe.@Nullable FileType> TYPE =
            Field.optional("type", WordForm.of(HostProbe.FileType.class), HostProbe.FileState::type, "what is there");
    private static final Field<HostProbe.FileState, @Nullable String> MODE = Field.optional(
            "mode",
            shaped("four octal digits in quotes such as \"0644\"", MODE_SHAPE),
            HostProbe.FileState::mode,
            "permissions");
    private static final Field<HostProbe.FileState, @Nullable String> OWNER =
            Field.optional("owner", TextForm.SOME, HostProbe.FileState::owner, "name of the user who owns it");
    private static final Field<HostProbe.FileState, @Nullable String> GROUP =
            Field.optional("group", TextForm.SOME, HostProbe.FileState::group, "name of the group that owns it");
    private static final Field<HostProbe.FileState, @Nullable String> SHA256 = Field.optional(
            "sha256",
            shaped("64 hexadecimal digits in lower case", SHA256_SHAPE),
            HostProbe.FileState::sha256,
            "hash of the content");
    private static final Field<HostProbe.FileState, @Nullable Matcher> SIZE = Field.optional(
            "size", MatcherForms.MATCHER, HostProbe.FileState::size, "bytes of a file, entries of a directory");
    private static final Field<HostProbe.FileState, List<Matcher>> CONTENTS = Field.required(
                    "contents",
                    new ListForm<>(MatcherForms.MATCHER, 1),
                    HostProbe.FileState::contents,
                    "what its text is like, at most 32 MiB of it; all must hold")
            .or(List.of());
    private static final Field<HostProbe.FileState, @Nullable String> LINKS_TO =
            Field.optional("links-to", TextForm.SOME, HostProbe.FileState::linksTo, "target of a symbolic link");

    static final List<ChoiceForm.Case<? extends Probe>> CASES =
            List.of(fileState(), HostForms.one(HostProbe.FileAbsent.class, ABSENT, HostProbe.FileAbsent::new));

    private FileForms() {}

    private static ChoiceForm.Case<HostProbe.FileState> fileState() {
        return new ChoiceForm.Case<>(
                HostProbe.FileState.class,
                new EntryForm<>(
                        "file-state probe",
                        List.of(PATH, TYPE, MODE, OWNER, GROUP, SHA256, SIZE, CONTENTS, LINKS_TO),
                        entry -> new HostProbe.FileState(
                                entry.get(PATH),
                                entry.get(TYPE),
                                entry.get(MODE),
                                entry.get(OWNER),
                                entry.get(GROUP),
                                entry.get(SHA256),
                                entry.get(SIZE),
                                entry.get(CONTENTS),
                                entry.get(LINKS_TO))));
    }

    private static Form<String> shaped(String says, Pattern shape) {
        return new PatternForm<>(says, shape, Function.identity(), Function.identity());
    }
}
