package muster.probes.data;

import static org.assertj.core.api.Assertions.assertThat;

import muster.audit.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageSizesTest {

    @ParameterizedTest
    @ValueSource(longs = {50, 100, 200, 500, 1_000, 5_000, 10_000})
    void aCountThatIsThePageOfAListingIsRemarked(long count) {
        assertThat(PageSizes.alarm(count, "warehouse")).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("page-size-count");
            assertThat(finding.weight()).isEqualTo(Weight.REMARK);
        });
    }

    @Test
    void otherCountsAreNot() {
        assertThat(PageSizes.alarm(0, "warehouse")).isEmpty();
        assertThat(PageSizes.alarm(52, "warehouse")).isEmpty();
        assertThat(PageSizes.alarm(5_817, "warehouse")).isEmpty();
    }
}
