package muster.advisories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import muster.plan.Location;
import muster.plan.Parsed;
import muster.plan.Problem;
import muster.probes.packages.DeclaredPackage;

/// Records of vulnerabilities that lie on this machine: files, folders, or archives as https://osv.dev exports
/// them, one for an ecosystem. They are read one by one, and only what concerns the packages asked for is kept.
public record Advisories(List<Path> sources) {
    /// The largest that are published have some hundred KiB.
    private static final int LARGEST = 16 << 20;

    public Advisories {
        sources = List.copyOf(sources);
    }

    /// True if there are none, so that nothing can be said.
    public boolean isEmpty() {
        return sources.isEmpty();
    }

    /// The vulnerabilities of the packages whose version is known, in the order of the packages; or what cannot be
    /// read.
    public Parsed<List<Vulnerability>> in(List<DeclaredPackage> packages) throws IOException {
        var wanted = new HashMap<String, List<DeclaredPackage>>();
        packages.stream()
                .filter(each -> each.version() != null)
                .forEach(each -> wanted.computeIfAbsent(
                                key(each.ecosystem().word(), each.ecosystem().normal(each.name())),
                                _ -> new ArrayList<>())
                        .add(each));
        var problems = new ArrayList<Problem>();
        var search = new Search(wanted, new AdvisoryReader(problems), new ArrayList<>());
        for (var source : sources) {
            search.source(source, problems);
        }
        if (!problems.isEmpty()) {
            return new Parsed.Failed<>(problems);
        }
        search.found.sort(Comparator.comparingInt((Vulnerability each) -> packages.indexOf(each.in()))
                .thenComparing(Vulnerability::id));
        return new Parsed.Ok<>(search.found.stream().distinct().toList());
    }

    private static String key(String ecosystem, String name) {
        return ecosystem + " " + name;
    }

    private record Search(Map<String, List<DeclaredPackage>> wanted, AdvisoryReader reader, List<Vulnerability> found) {

        void source(Path source, List<Problem> problems) throws IOException {
            if (Files.isDirectory(source)) {
                for (var file : files(source)) {
                    record(file.toString(), Files.readAllBytes(file));
                }
            } else if (!Files.isRegularFile(source)) {
                problems.add(Problem.at(new Location(source.toString(), 1, 1), "there is no such file"));
            } else if (source.toString().endsWith(".zip")) {
                archive(source, problems);
            } else {
                record(source.toString(), Files.readAllBytes(source));
            }
        }

        private static List<Path> files(Path folder) throws IOException {
            try (var files = Files.walk(folder)) {
                return files.filter(each -> each.toString().endsWith(".json"))
                        .sorted()
                        .toList();
            }
        }

        private void archive(Path archive, List<Problem> problems) throws IOException {
            try (var zip = new ZipFile(archive.toFile())) {
                for (var entry : Collections.list(zip.entries())) {
                    entry(archive, zip, entry);
                }
            } catch (ZipException e) {
                problems.add(Problem.at(new Location(archive.toString(), 1, 1), "no ZIP archive: " + e.getMessage()));
            }
        }

        private void entry(Path archive, ZipFile zip, ZipEntry entry) throws IOException {
            if (entry.getName().endsWith(".json")) {
                try (var in = zip.getInputStream(entry)) {
                    record(archive + "!" + entry.getName(), in.readNBytes(LARGEST));
                }
            }
        }

        private void record(String name, byte[] bytes) {
            var advisory = reader.read(name, bytes);
            if (advisory != null) {
                advisory.affected().forEach(affected -> match(advisory, affected));
            }
        }

        private void match(Advisory advisory, Affected affected) {
            for (var each : wanted.getOrDefault(key(affected.ecosystem().word(), affected.name()), List.of())) {
                var version = String.valueOf(each.version());
                if (affected.holds(version)) {
                    found.add(new Vulnerability(
                            each,
                            advisory.id(),
                            advisory.aliases(),
                            advisory.summary(),
                            advisory.severity(),
                            affected.fixed(version)));
                }
            }
        }
    }
}
