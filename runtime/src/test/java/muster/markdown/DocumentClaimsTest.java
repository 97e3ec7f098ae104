package muster.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import muster.plan.Claim;
import muster.plan.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read out of a document as a claim, and what is not.
class DocumentClaimsTest {
    @Test
    void everyKindIsReadWithItsLine() {
        var claims = read("""
                # Notes

                **Date**: 2025-12-13 18:30 UTC

                The store holds 5,817 tables, 1,479 GB.
                `scripts/a.py` is tested. Phase 4C is not needed.
                See [the plan](docs/plan.md).

                | package | state |
                |---|---|
                | polars | 0.20.3 |
                """);

        assertThat(claims)
                .extracting(claim -> claim.source() + " " + claim.value() + " " + claim.unit())
                .containsExactlyInAnyOrder(
                        "doc.md:3 2025-12-13 ",
                        "doc.md:5 5817 tables",
                        "doc.md:5 1479 GB",
                        "doc.md:6 tested ",
                        "doc.md:6 scripts/a.py ",
                        "doc.md:6 not needed ",
                        "doc.md:7 docs/plan.md ",
                        "doc.md:11 0.20.3 ");
    }

    @Test
    void aVersionBesideItsNameIsNoCount() {
        assertThat(read("""
                Sparrow 1.4 includes a new loader. The 2.0 releases need more. It took 1.5 hours.
                """))
                .extracting(claim -> claim.value() + " " + claim.unit())
                .containsExactly("1.5 hours");
    }

    @Test
    void calculationsAreReadWithTheirParts() {
        var claims = read("""
                There are 1,596 + 224 + 7 + 364 = 2,191 of them.
                That leaves 5,817 - 4 + 1 = 5,814.
                It has 784 rows, which is 28 pairs times 7 horizons times 4 features.
                Of these 90 of 120 (75 %) are done.

                | work | tables |
                |---|---|
                | a | 1,000 |
                | b | 7 |
                | **total** | 1,008 |
                """);

        assertThat(claims)
                .filteredOn(claim -> claim.value() instanceof muster.plan.ClaimValue.Computed)
                .extracting(claim -> claim.source().line() + ": " + claim.value() + " = "
                        + ((muster.plan.ClaimValue.Computed) claim.value()).formula())
                .containsExactly(
                        "1: 2191 = 1596 + 224 + 7 + 364",
                        "2: 5814 = 5817 - 4 + 1",
                        "3: 784 = 28 * 7 * 4",
                        "4: 75 = 90 * 100 / 120",
                        "10: 1008 = 1000 + 7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The run must take at most 30 tables.",
                "Target: 20 tables.",
                "We expect about 300 tables.",
                "## Goals\n\nThere are 20 tables.",
                "## Budget\n\n| part | tables |\n|---|---|\n| a | 5 |"
            })
    void whatShallBeIsAnAim(String text) {
        assertThat(read(text)).isNotEmpty().allMatch(claim -> claim.origin() == Origin.AIM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"There were 300 tables.", "## Release notes\n\nIt has 300 tables.", "It grew to 300 tables."})
    void whatWasIsPast(String text) {
        assertThat(read(text)).isNotEmpty().allMatch(claim -> claim.origin() == Origin.PAST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In 2024 and in section 3 of Phase 4.",
                "```\n12 tables\n```",
                "    12 tables",
                "The name `12 tables` is code.",
                "> 12 tables",
                "5 million tables",
                "<!-- 12 tables -->",
                "---\ncount: 12 tables\n---\n"
            })
    void whatOnlyLooksLikeAClaimIsNone(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void theLineIsThatOfTheNumberInALongParagraph() {
        var claims = read("The store\nholds, as everybody\nknows, 12 tables.\n\n- an item\n  with 7 rows\n");

        assertThat(claims).extracting(claim -> claim.source().line()).containsExactly(3, 6);
    }

    private static List<Claim> read(String text) {
        return DocumentClaims.of("doc.md", text.getBytes(StandardCharsets.UTF_8));
    }
}
