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
import muster.packs.warehouse.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingStandardTest {
    private static final NamingStandard STANDARD = NamingStandard.m008();

    @Test
    void countsTheViolationsOfEveryReadingAsTheProjectDid() {
        var verdicts = STANDARD.judge(Shared.lines("data/m008/tables.csv"));

        var counts = Arrays.stream(Reading.values())
                .map(reading -> verdicts.stream()
                        .filter(v -> v.violated().contains(reading))
                        .count())
                .toList();

        assertThat(counts).containsExactly(33L, 1968L, 2042L, 2592L, 2536L);
    }

    @Test
    void agreesWithTheSampleInEveryColumn() {
        var verdicts = STANDARD.judge(Shared.lines("data/m008/tables.csv")).stream()
                .collect(Collectors.toMap(Verdict::table, Function.identity()));
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
    })
    void namesTheMistake(String table, String codes) {
        var verdict = STANDARD.judge(List.of(table)).getFirst();

        assertThat(verdict.codes().stream().map(Code::name).collect(Collectors.joining("|")))
                .isEqualTo(codes);
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
