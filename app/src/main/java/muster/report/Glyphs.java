package muster.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/// Which characters a font can draw. The others are shown by their code point, not by an empty box.
final class Glyphs {
    private final Supplier<InputStream> font;
    private final ConcurrentHashMap<Integer, Boolean> drawn = new ConcurrentHashMap<>();
    private @Nullable CmapLookup glyphs;

    Glyphs(Supplier<InputStream> font) {
        this.font = font;
    }

    String drawable(String text) {
        return text.codePoints().allMatch(this::draws)
                ? text
                : text.codePoints()
                        .mapToObj(point ->
                                draws(point) ? Character.toString(point) : String.format(Locale.ROOT, "U+%04X", point))
                        .collect(Collectors.joining());
    }

    private boolean draws(int point) {
        return point < 0x7F || drawn.computeIfAbsent(point, each -> glyphs().getGlyphId(each) != 0);
    }

    private synchronized CmapLookup glyphs() {
        if (glyphs == null) {
            try (var in = font.get();
                    var parsed = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
                glyphs = parsed.getUnicodeCmapLookup();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return glyphs;
    }
}
