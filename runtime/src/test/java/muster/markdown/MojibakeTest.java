package muster.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import muster.plan.Repair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {
    /// Opens the gate: an arrow that cannot be anything else.
    private static final String SURE = "\u00e2\u2020\u2019 ";

    @ParameterizedTest
    @ValueSource(strings = {"→", "✅", "≤", "🔴", "📌", "明天", "“quoted", "—", "é", "Müller", "😀"})
    void aSequenceThatLostNothingIsPutRight(String meant) {
        String repaired = repair(SURE + damaged(meant));

        assertThat(repaired).isEqualTo("→ " + meant);
    }

    @ParameterizedTest
    @CsvSource({"\u00e2\u0152, \u274c", "\u00ef\u00b8, \ufe0f", "\u00e2\u20ac, \u201d", "\u00e2\u02dc, \u2610"})
    void aSymbolThatLostItsUndefinedByteIsPutRightIfOnlyOneFits(String left, String meant) {
        assertThat(repair(SURE + left)).isEqualTo("→ " + meant);
    }

    @Test
    void aSequenceThatCouldBeTwoSymbolsStays() {
        assertThat(repair(SURE + "\u00e2\u2014")).isEqualTo("→ \u00e2\u2014");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"«Ã»", "Ã©tude", "naïve Übung", "São Paulo â la carte", "", "plain", "`â†’` is damaged text"})
    void textWithoutASureSequenceStays(String text) {
        assertThat(repair(text)).isEqualTo(text);
    }

    @Test
    void aSequenceInAFenceAloneOpensNothing() {
        String text = "```\n" + SURE + "\n```\n«Ã»";

        assertThat(repair(text)).isEqualTo(text);
    }

    @Test
    void textDamagedTwiceIsPutRight() {
        assertThat(repair(damaged(damaged("a → b")))).isEqualTo("a → b");
    }

    @Test
    void repairingTwiceIsRepairingOnce() {
        String once = repair(new String(Read.seedBytes("003_e201b026a90178e6.txt"), StandardCharsets.UTF_8));

        assertThat(Mojibake.repair("x", once).repairs()).isEmpty();
        assertThat(repair(once)).isEqualTo(once);
    }

    @Test
    void repairsNameThePlaceInCodePoints() {
        var repaired = Mojibake.repair("x.md", "one\n😀 " + SURE);

        assertThat(repaired.repairs())
                .extracting(Repair::before, Repair::after, each -> each.source().line(), Repair::column)
                .containsExactly(tuple("\u00e2\u2020\u2019", "→", 2, 3));
    }

    @Test
    void theDirectiveHasNineteenOfWhichTwoLostAByte() {
        var repairs = Read.seed("003_e201b026a90178e6.txt").plan().notes().repairs();

        assertThat(repairs).hasSize(19);
        assertThat(repairs)
                .filteredOn(repair -> repair.before().length() < repair.after().getBytes(StandardCharsets.UTF_8).length)
                .extracting(Repair::after)
                .containsExactly("\ufe0f", "❌");
    }

    private static String repair(String text) {
        return Mojibake.repair("x", text).text();
    }

    private static String damaged(String text) {
        StringBuilder damaged = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            String decoded = new String(new byte[] {each}, Charset.forName("windows-1252"));
            damaged.append(decoded.equals("\uFFFD") ? String.valueOf((char) (each & 0xff)) : decoded);
        }
        return damaged.toString();
    }
}
