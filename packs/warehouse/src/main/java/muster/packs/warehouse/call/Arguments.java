package muster.packs.warehouse.call;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import muster.plan.NearMiss;
import muster.run.ActionCall;
import org.jspecify.annotations.Nullable;

/// The arguments of one call, read as what they stand for. A wrong one ends the call with a [WrongArgument].
public record Arguments(SortedMap<String, String> texts) {

    public static Arguments of(ActionCall call) {
        return new Arguments(call.arguments());
    }

    /// Refuses arguments of other names.
    public void allow(List<String> known) {
        for (var name : texts.keySet()) {
            if (!known.contains(name)) {
                var hint = NearMiss.hint(name, known);
                var all = known.isEmpty() ? "it takes none" : "it takes " + String.join(", ", known);
                throw new WrongArgument(
                        "there is no argument '" + name + "'\n" + (hint == null ? "Maybe see: " + all : hint));
            }
        }
    }

    public String text(String name, String otherwise) {
        return texts.getOrDefault(name, otherwise);
    }

    /// An argument that must be given.
    public String required(String name) {
        var text = texts.get(name);
        if (text == null || text.isBlank()) {
            throw new WrongArgument(name + " must be given");
        }
        return text;
    }

    /// An argument that is one of some words; the first is meant if it is absent.
    public String oneOf(String name, List<String> words) {
        var text = text(name, words.getFirst());
        if (!words.contains(text)) {
            throw new WrongArgument("%s must be one of %s, got '%s'".formatted(name, words, text));
        }
        return text;
    }

    /// A whole number from 1 to a limit.
    public int number(String name, int otherwise, int most) {
        var text = text(name, Integer.toString(otherwise));
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw new WrongArgument("%s must be a number from 1 to %d, got '%s'".formatted(name, most, text));
        }
        return Integer.parseInt(text);
    }

    /// An instant such as `2026-01-12T00:00:00Z`.
    public Instant instant(String name, Instant otherwise) {
        var text = text(name, otherwise.toString());
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new WrongArgument(
                    "%s must be an instant such as 2026-01-12T00:00:00Z, got '%s'".formatted(name, text));
        }
    }

    /// A file below a folder; null if the argument is absent.
    public @Nullable Path file(String name, Path folder) {
        var text = texts.get(name);
        if (text == null) {
            return null;
        }
        var file = folder.resolve(text).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new WrongArgument("%s must stay inside its folder, got '%s'".formatted(name, text));
        }
        return file;
    }

    /// The text of a file that an argument names.
    public static String read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new WrongFile(List.of(file + " is a folder, a file is expected"));
        }
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new MissingFile(file);
        } catch (CharacterCodingException e) {
            throw new WrongFile(List.of(file + " is not in UTF-8\nMaybe save it as UTF-8"));
        }
    }
}
