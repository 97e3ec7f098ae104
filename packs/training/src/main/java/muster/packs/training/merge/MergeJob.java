package muster.packs.training.merge;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import muster.packs.training.files.Checksum;
import muster.packs.training.files.FileName;
import muster.packs.training.files.Manifest;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.WrongArgument;
import muster.packs.warehouse.sql.Session;

/// What is to be merged into what.
///
/// @param checksums of the files, the spine first
/// @param manifest of the folder of sources; empty if it has none
record MergeJob(Spine spine, Map<Source, Checksum> checksums, KeyRules rules, Path out, Manifest manifest) {
    private static final List<String> NAMES = List.of("plain", "prefixed");

    static MergeJob of(Session engine, Arguments arguments, Path folder) throws SQLException, IOException {
        arguments.required("files");
        arguments.required("spine");
        arguments.required("out");
        var files = Objects.requireNonNull(arguments.file("files", folder));
        var spineFile = Objects.requireNonNull(arguments.file("spine", folder));
        var out = Objects.requireNonNull(arguments.file("out", folder));
        var key = arguments.text("key", "interval_time");
        Result.free(out, existing(spineFile));
        var spine = Spine.read(engine, spineFile, key);
        var names = Source.Names.valueOf(arguments.oneOf("names", NAMES).toUpperCase(Locale.ROOT));
        var without = Arrays.stream(arguments.text("without", "").split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        var checksums = new LinkedHashMap<Source, Checksum>();
        checksums.put(Source.spine(spine), Checksum.of(spineFile));
        var listed = listed(existing(files), List.of(spineFile, out));
        checksums.putAll(read(listed, new Source.Wish(key, names, without)));
        if (checksums.size() < 2) {
            throw new WrongArgument(files + " has no Parquet file besides the spine");
        }
        return new MergeJob(spine, checksums, KeyRules.of(arguments), out, Manifest.read(files));
    }

    private static Map<Source, Checksum> read(List<Path> files, Source.Wish wish) throws IOException {
        var read = new LinkedHashMap<Source, Checksum>();
        var troubles = new ArrayList<String>();
        for (var file : files) {
            try {
                read.put(Source.read(file, wish), Checksum.of(file));
            } catch (FileSystemException e) {
                throw e;
            } catch (IOException e) {
                troubles.add(e.getMessage());
            }
        }
        if (!troubles.isEmpty()) {
            throw new IOException(String.join("\n", troubles));
        }
        return read;
    }

    private static Path existing(Path file) {
        if (!Files.exists(file)) {
            throw new WrongArgument(file + " is not there");
        }
        return file;
    }

    private static List<Path> listed(Path folder, List<Path> except) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(FileName.PARQUET))
                    .filter(file -> !except.contains(file))
                    .sorted()
                    .toList();
        }
    }

    List<Source> sources() {
        return List.copyOf(checksums.keySet());
    }

    /// How many the result has.
    long columns() {
        return sources().stream().mapToLong(source -> source.columns().size()).sum();
    }

    Path partsFolder() {
        return out.resolveSibling(out.getFileName() + ".parts");
    }

    Path part(Source source) {
        return partsFolder().resolve(source.name());
    }

    /// What a part is made from, as one text.
    String from(Source source) {
        var columns = new StringBuilder();
        source.columns().forEach(column -> columns.append(column.as()).append('\n'));
        return "%s, columns %08x, %d keys %s"
                .formatted(checksums.get(source), columns.toString().hashCode(), spine.rows(), spine.digest());
    }

    /// What the result is made from, likewise.
    String from() {
        var all = new ArrayList<String>();
        sources().forEach(source -> all.add(source.name() + " " + from(source)));
        return all.size() + " files " + Checksum.of(String.join("\n", all));
    }

    /// Why a file is not what was extracted.
    List<String> damage(Source source) {
        var entry = manifest.entry(source.name());
        var found = checksums.get(source);
        return entry == null || entry.checksum().equals(found)
                ? List.of()
                : List.of("it was %s when it was extracted and is %s now; extract it again"
                        .formatted(entry.checksum(), found));
    }

    /// Files that were extracted and are gone: without them, columns of the result would be missing silently.
    List<String> lost() {
        return manifest.names().stream()
                .filter(name -> !Files.exists(manifest.folder().resolve(name)))
                .map(name -> "%s was extracted and is not there; Maybe extract it again, or take its line out of %s"
                        .formatted(name, Manifest.FILE))
                .toList();
    }
}
