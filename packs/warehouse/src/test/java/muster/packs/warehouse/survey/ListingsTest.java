package muster.packs.warehouse.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import muster.packs.warehouse.sql.Catalog;
import org.junit.jupiter.api.Test;

class ListingsTest {

    @Test
    void aListingThatStopsEarlyIsNoticed() {
        var whole = new Catalog(Map.of("a", Catalog.Kind.TABLE, "b", Catalog.Kind.TABLE));
        var page = new Catalog(Map.of("a", Catalog.Kind.TABLE));

        assertThat(new Listings(whole, page).disagreement())
                .isEqualTo(
                        "the listings disagree: 2 against 1 relations; only in the first [b], only in the second []");
        assertThat(new Listings(whole, whole).disagreement()).isNull();
    }

    @Test
    void whatOnlyTheSecondListingHasIsNoticedToo() {
        var whole = new Catalog(Map.of("a", Catalog.Kind.TABLE, "b", Catalog.Kind.TABLE));
        var page = new Catalog(Map.of("a", Catalog.Kind.TABLE));

        assertThat(new Listings(page, whole).disagreement()).endsWith("only in the first [], only in the second [b]");
    }
}
