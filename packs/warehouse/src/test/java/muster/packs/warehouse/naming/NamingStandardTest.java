package muster.packs.warehouse.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.packs.warehouse.Facts;
import muster.packs.warehouse.Shared;
import muster.plan.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamingStandardTest {
    private static final NamingStandard STANDARD = NamingStandard.m008();

    @Test
    void countsTheViolationsOfEveryReadingAsTheProjectDid() {
        var verdicts = STANDARD.judge(Facts.tables());

        var counts = Arrays.stream(Reading.values())
                .map(reading -> verdicts.stream()
                        .filter(v -> v.violated().contains(reading))
                        .count())
                .toList();

        assertThat(counts).containsExactly(33L, 1968L, 2042L, 2592L, 2536L);
    }

    @Test
    void agreesWithTheSampleInEveryColumn() {
        var verdicts =
                STANDARD.judge(Facts.tables()).stream().collect(Collectors.toMap(Verdict::table, Function.identity()));
        var disagreements = new HashMap<String, String>();

        for (var line : Shared.lines("data/m008/expected_sample.csv")) {
            var expected = fields(line);
            var actual = row(verdicts.get(line.substring(0, line.indexOf(','))));
            var columns = actual.keySet().stream().toList();
            for (int i = 0; i < columns.size(); i++) {
                if (!actual.get(columns.get(i)).equals(expected.get(i))) {
                    disagreements.put(line, columns.get(i) + " is " + actual.get(columns.get(i)));
                }
            }
        }

        assertThat(disagreements).isEmpty();
    }

    @Test
    void aNameIsAllowedIfItsVerdictIsThatItComplies() {
        var some =
                Facts.tables().stream().filter(name -> name.hashCode() % 5 == 0).toList();

        assertThat(some.stream().filter(STANDARD::allows))
                .isNotEmpty()
                .containsExactlyElementsOf(STANDARD.judge(some).stream()
                        .filter(Verdict::compliant)
                        .map(Verdict::table)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "cov_agg_bqx_abcdef_ghijkl, UNKNOWN_COMPONENT",
        "COV_agg_bqx_audcad_audchf, CASE",
        "cov-agg-bqx-audcad-audchf, SEPARATOR",
        "cov_agg_bqx_audchf_audcad, ORDER",
        "cov_agg_bqx_audcad_audcad, ORDER",
        "cov_agg_audchf_audcad, VARIANT_MISSING|ORDER",
        "tri_agg_idx_eur_aud_usd, ORDER",
        "lag_eurusd_45, VARIANT_MISSING|WINDOW_SUFFIX",
        "corr_bqx_ibkr_eurusd_spy, SHAPE",
        "csi_agg_usd, NO_RULE",
        "notes_of_monday, NO_RULE",
        "cov_agg_bqx_audcad_audchf_, SEPARATOR",
        "_cov_agg_bqx_audcad_audchf, SEPARATOR",
        "_, SEPARATOR|NO_RULE",
    })
    void namesTheMistake(String table, String codes) {
        var verdict = STANDARD.judge(List.of(table)).getFirst();

        assertThat(verdict.codes().stream().map(Code::name).collect(Collectors.joining("|")))
                .isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource({
        "cov_agg_bqx_abcdef_ghijkl, 13, 6, abcdef",
        "COV_agg_bqx_audcad_audchf, 1, 3, COV",
        "cov_agg__bqx_audcad_audchf, 8, 2, __",
        "cov_agg_bqx_audchf_audcad, 20, 6, audcad",
        "cov_agg_audcad_audchf, 9, 0, ''",
        "tri_agg_idx_eur_aud_usd, 17, 3, aud",
        "csi_agg_usd, 1, 3, csi",
        "lag_bqx_eurusd_45, 16, 2, 45",
        "corr_bqx_ibkr_eurusd_spy, 1, 24, corr_bqx_ibkr_eurusd_spy",
    })
    void tellsWhereTheMistakeIs(String table, int column, int length, String text) {
        var flaw = STANDARD.judge(List.of(table)).getFirst().flaws().getFirst();

        assertThat(flaw).isEqualTo(new Flaw(flaw.code(), column, length, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "_", "--", "a", "\"; DROP TABLE x; --", "t\u00e4belle_\ud83d\ude00", "cov_\u0130dx"})
    void hostileNamesAreJudgedLikeOthers(String table) {
        var verdict = STANDARD.judge(List.of(table)).getFirst();

        assertThat(verdict.compliant()).isFalse();
        assertThat(verdict.target()).isEqualTo(new Target.None());
    }

    @Test
    void aNameOfFiveThousandCharactersIsJudgedAtOnce() {
        var verdict = STANDARD.judge(List.of("cov_".repeat(1250))).getFirst();

        assertThat(verdict.violated()).contains(Reading.R4);
    }

    @Test
    void aStandardOfOnesOwnHasTheGrammarAloneAsItsDefinition() {
        var own = standard("standard mine 1", "list VAR idx bqx", "shape cov_{VAR}");

        assertThat(own.judge(List.of("cov")).getFirst().violated()).containsExactly(Reading.R4, Reading.R5);
    }

    private static NamingStandard standard(String... lines) {
        return switch (NamingFile.read("rules.txt", String.join("\n", lines))) {
            case Parsed.Ok<NamingStandard>(var read) -> read;
            case Parsed.Failed<NamingStandard>(var problems) -> throw new AssertionError(problems);
        };
    }

    @Test
    void aTargetIsOccupiedWhateverTheCaseOfTheOneWhoBearsIt() {
        var verdict = STANDARD.judge(List.of("cov_agg_audcad_audchf", "COV_AGG_BQX_AUDCAD_AUDCHF"))
                .getFirst();

        assertThat(verdict.target()).isEqualTo(new Target.Occupied("cov_agg_bqx_audcad_audchf"));
    }

    @Test
    void anExceptionDoesNotHoldBeforeItWasApproved() {
        var before = STANDARD.on(LocalDate.of(2025, 12, 13));

        assertThat(before.judge(List.of("lag_bqx_eurusd_45")).getFirst().violated())
                .containsAll(Set.of(Reading.R4, Reading.R5));
    }

    private static List<String> fields(String line) {
        return Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .map(field -> field.replace("\"", ""))
                .toList();
    }

    private static Map<String, String> row(Verdict verdict) {
        var row = new LinkedHashMap<String, String>();
        row.put("table", verdict.table());
        row.put("category", verdict.category());
        for (var reading : Reading.values()) {
            row.put(reading.name(), verdict.violated().contains(reading) ? "0" : "1");
        }
        row.put("codes", verdict.codes().stream().map(Code::name).collect(Collectors.joining("|")));
        row.put("variant", verdict.variant().token());
        row.put("evidence", verdict.evidence());
        row.put("target", target(verdict.target()));
        row.put("occupied", occupied(verdict.target()));
        row.put("twin", verdict.twin() == null ? "" : verdict.twin());
        row.put("remedy", verdict.remedy().text());
        return row;
    }

    private static String target(Target target) {
        return switch (target) {
            case Target.None _ -> "";
            case Target.Free(var name) -> name;
            case Target.Occupied(var name) -> name;
        };
    }

    private static String occupied(Target target) {
        return switch (target) {
            case Target.None _ -> "";
            case Target.Free _ -> "0";
            case Target.Occupied _ -> "1";
        };
    }
}
