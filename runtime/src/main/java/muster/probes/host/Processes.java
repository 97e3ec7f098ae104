package muster.probes.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The processes that the kernel shows, read without starting one.
///
/// @param whyNot why they are not known, empty if they are
record Processes(List<Running> all, String whyNot) {
    private static final Path PROC = Path.of("/proc");

    Processes {
        all = List.copyOf(all);
    }

    /// @param name as the kernel keeps it, at most 15 bytes. Source: proc(5), `comm`
    /// @param program the last part of the first argument's path
    record Running(long id, String name, String program) {
        boolean isCalled(String wanted) {
            return name.equals(wanted) || program.equals(wanted);
        }
    }

    static Processes read() {
        var all = new ArrayList<Running>();
        try (var folders = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (var folder : folders) {
                add(folder, all);
            }
            return new Processes(all, "");
        } catch (IOException e) {
            return new Processes(List.of(), "the kernel does not list the processes here: " + e.getMessage());
        }
    }

    long count(String name) {
        return all.stream().filter(one -> one.isCalled(name)).count();
    }

    /// Between the listing and the look a process may have ended.
    private static void add(Path folder, List<Running> all) {
        try {
            var name = text(folder.resolve("comm")).strip();
            var arguments = text(folder.resolve("cmdline"));
            var end = arguments.indexOf('\0');
            var first = end < 0 ? arguments : arguments.substring(0, end);
            var id = Long.parseLong(folder.getFileName().toString());
            all.add(new Running(id, name, first.substring(first.lastIndexOf('/') + 1)));
        } catch (IOException _) {
            // It has ended.
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
