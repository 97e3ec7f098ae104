package muster.probes.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import muster.audit.ProbeResult;
import muster.observation.Ground;
import muster.observation.Observation;
import muster.plan.ContentProbe;
import muster.plan.Matcher;
import muster.sandbox.Launcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentProbesTest {
    private static final String STORE = """
        {"a": {"b c": [1, 2, 3, {"n": "x", "v": 5}, {"n": "y", "v": 7}]}, "t": true, "z": null, "big": 10.50}\
        """;

    @TempDir
    private Path folder;

    private Observation probe(String text, String format, String query, Matcher matcher) throws IOException {
        Files.writeString(folder.resolve("f"), text);
        return probe(new ContentProbe.ValueAt("f", format, query, matcher));
    }

    private Observation probe(ContentProbe probe) throws IOException {
        var probes = new ContentProbes(new Ground(folder.toRealPath()), Launcher.forThisMachine());
        return assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> probes.of(probe).getFirst());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        json       ; {"a": [{"b": 5}]}          ; $.a[0].b          ; 5
        yaml       ; 'a: {b: [x, 1.50]}'        ; $.a.b[-1]         ; 1.5
        toml       ; 'a.b = "v"'                ; $.a.b             ; v
        properties ; 'a.b = v'                  ; $['a.b']          ; v
        env        ; 'export A="v w" '          ; $.A               ; v w
        xml        ; <a><b c="v"/></a>          ; /a/b/@c           ; v
        xml        ; <a><b/><b/></a>            ; count(//b)        ; 2
        """)
    void aValueIsLookedUpInEveryFormat(String format, String text, String query, String value) throws IOException {
        var seen = probe(text, format, query, new Matcher.Equal(value));

        assertThat(seen.result()).as(seen.summary()).isEqualTo(ProbeResult.PASS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        $.a['b c'][0]                          ; 1
        $["a"]["b c"][-1].v                    ; 7
        $.a['b c'][0:3]                        ; 1 2 3
        $.a['b c'][2::-1]                      ; 3 2 1
        $.a['b c'][0,2]                        ; 1 3
        $..n                                   ; x y
        $.a.*[?@.v > 5].n                      ; y
        $.a['b c'][?@.n == 'x' || @.v == 7].v  ; 5 7
        $.a['b c'][?@.n && !(@.v < 6)].v       ; 7
        $.a['b c'][?@ >= 2]                    ; 2 3
        $.a['b c'][?@.v == $.a['b c'][3].v].n  ; x
        $.t                                    ; true
        $.z                                    ; null
        $.big                                  ; 10.5
        """)
    void queriesFindWhatTheStandardSays(String query, String values) throws IOException {
        var wanted = List.of(values.split(" "));
        Matcher matcher = wanted.size() == 1 ? new Matcher.Equal(values) : new Matcher.Exactly(wanted);

        var seen = probe(STORE, "json", query, matcher);

        assertThat(seen.result()).as(seen.summary()).isEqualTo(ProbeResult.PASS);
    }

    @Test
    void aValueThatIsNotThereMatchesOnlyItsAbsence() throws IOException {
        assertThat(probe(STORE, "json", "$.no", new Matcher.Equal("")).result()).isEqualTo(ProbeResult.FAIL);
        assertThat(probe(STORE, "json", "$.no", new Matcher.Not(new Matcher.Contains("")))
                        .result())
                .isEqualTo(ProbeResult.PASS);
    }

    @Test
    void aQueryOrFormatThatIsNoneIsAnErrorAndNeverPasses() throws IOException {
        var any = new Matcher.Not(new Matcher.Equal("x"));

        for (var query : List.of("a", "$.", "$[", "$[?length(@.*) > 1]", "$[?@.a", "$" + "[?(".repeat(300))) {
            assertThat(probe(STORE, "json", query, any).result()).as(query).isEqualTo(ProbeResult.ERROR);
        }
        assertThat(probe("<a/>", "xml", "//[", any).result()).isEqualTo(ProbeResult.ERROR);
        assertThat(probe(STORE, "json", "$.t", new Matcher.Matches("(")).result())
                .isEqualTo(ProbeResult.ERROR);
    }

    @Test
    void whatIsBrokenOrUnfoldsBeyondMeasureIsRefused() throws IOException {
        var bomb = new StringBuilder("a0: &a0 [x,x]\n");
        for (int i = 1; i < 25; i++) {
            bomb.append("a%d: &a%d [*a%d,*a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        var entities = """
            <!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>\
            """;
        var any = new Matcher.Not(new Matcher.Equal("y"));

        assertThat(probe(bomb.toString(), "yaml", "$..*", any).result()).isEqualTo(ProbeResult.FAIL);
        assertThat(probe("[".repeat(100_000), "yaml", "$", any).result()).isEqualTo(ProbeResult.FAIL);
        assertThat(probe("[".repeat(100_000), "json", "$", any).result()).isEqualTo(ProbeResult.FAIL);
        assertThat(probe("a = " + "[".repeat(100_000), "toml", "$", any).result())
                .isEqualTo(ProbeResult.FAIL);
        assertThat(probe(entities, "xml", "/a", any).result()).isEqualTo(ProbeResult.FAIL);
        assertThat(probe("<a>".repeat(100_000), "xml", "/a", any).result()).isEqualTo(ProbeResult.FAIL);
    }

    @Test
    void aFileOfTenGigabytesIsNotReadIntoMemory() throws IOException {
        try (var file = new RandomAccessFile(folder.resolve("huge").toFile(), "rw")) {
            file.setLength(10L << 30);
        }

        var seen = probe(new ContentProbe.ValueAt("huge", "json", "$", new Matcher.Equal("1")));

        assertThat(seen.result()).isEqualTo(ProbeResult.INCONCLUSIVE);
    }

    @Test
    void headingsInsideExamplesAreNone() throws IOException {
        Files.writeString(folder.resolve("d.md"), """
            # 1. The *Summary*
            ```
            ## Risks
            ```
            ## `Next`  steps
            """);

        var there = probe(new ContentProbe.Sections("d.md", List.of("the summary", "Next steps")));
        var missing = probe(new ContentProbe.Sections("d.md", List.of("The Summary", "Risks")));

        assertThat(there.result()).isEqualTo(ProbeResult.PASS);
        assertThat(missing.result()).isEqualTo(ProbeResult.FAIL);
        assertThat(missing.findings()).extracting("message").containsExactly("there is no heading 'Risks'");
    }
}
