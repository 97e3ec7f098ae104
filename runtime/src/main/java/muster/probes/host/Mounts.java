package muster.probes.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The file systems that are mounted, in the order they were. Source of the format: proc(5), `/proc/self/mountinfo`.
///
/// @param whyNot why they are not known, empty if they are
record Mounts(List<Mounted> all, String whyNot) {
    static final Path TABLE = Path.of("/proc/self/mountinfo");

    Mounts {
        all = List.copyOf(all);
    }

    /// @param options of the mount and of the file system
    record Mounted(String path, String source, String fileSystem, List<String> options) {
        Mounted {
            options = List.copyOf(options);
        }
    }

    static Mounts read() {
        try {
            return new Mounts(parse(Files.readAllLines(TABLE)), "");
        } catch (IOException e) {
            return new Mounts(List.of(), "the kernel does not list the mounts here: " + e.getMessage());
        }
    }

    /// What is mounted there last covers what was before.
    @Nullable
    Mounted at(String path) {
        return all.stream()
                .filter(one -> one.path().equals(path))
                .reduce((_, next) -> next)
                .orElse(null);
    }

    static List<Mounted> parse(List<String> lines) {
        return lines.stream().map(Mounts::mounted).toList();
    }

    private static Mounted mounted(String line) {
        var halves = line.split(" - ", 2);
        var left = halves[0].split(" ", -1);
        var right = halves[1].split(" ", -1);
        var options = new ArrayList<>(List.of(left[5].split(",", -1)));
        List.of(right[2].split(",", -1)).stream()
                .filter(one -> !options.contains(one))
                .forEach(options::add);
        return new Mounted(plain(left[4]), plain(right[1]), right[0], options);
    }

    /// Blanks, tabs, newlines and backslashes are written in octal.
    private static String plain(String text) {
        return text.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}
