package muster.packs.warehouse.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class UseTest {
    private static final Instant NOON = Instant.parse("2026-01-12T12:00:00Z");

    @Test
    void aUseWhoseTimeNobodyKnowsMayHaveBeenRecent() {
        assertThat(new Use(3, null, new TreeSet<>()).isSince(NOON)).isTrue();
        assertThat(Use.NONE.isSince(NOON)).isFalse();
    }

    @Test
    void aUseIsSinceAnInstantIfItWasAfterIt() {
        assertThat(used(NOON.plusMillis(1)).isSince(NOON)).isTrue();
        assertThat(used(NOON).isSince(NOON)).isFalse();
    }

    @Test
    void ofTwoUsesTheLaterIsTheLast() {
        assertThat(used(NOON).and(used(NOON.plusSeconds(1))).last()).isEqualTo(NOON.plusSeconds(1));
        assertThat(used(NOON).and(Use.NONE).last()).isEqualTo(NOON);
        assertThat(Use.NONE.and(used(NOON)).last()).isEqualTo(NOON);
    }

    private static Use used(Instant last) {
        return new Use(1, last, new TreeSet<>());
    }
}
