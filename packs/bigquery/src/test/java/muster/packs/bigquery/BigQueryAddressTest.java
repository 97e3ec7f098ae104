package muster.packs.bigquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BigQueryAddressTest {
    @Test
    void anAddressNamesProjectAndDataSetAndMayLimitWhatAJobIsBilled() throws SQLException {
        assertThat(BigQueryAddress.of("bigquery://example.com:acme-1/raw?most-bytes=1000"))
                .isEqualTo(new BigQueryAddress("example.com:acme-1", "raw", 1000L, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bigquery://acme",
                "bigquery://acme/raw/table",
                "bigquery://acme/raw?most-bytes=0",
                "bigquery://acme/raw?key=secret",
                "bigquery://acme/raw?endpoint=https://example.com",
                "bigquery://acme/raw?endpoint=http://127.0.0.1.example.com:80"
            })
    void anythingElseIsRefusedWithAHint(String words) {
        assertThatThrownBy(() -> BigQueryAddress.of(words))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Maybe");
    }

    @Test
    void aTokenInAMessageIsHidden() {
        assertThat(Refusals.shown("Authorization: Bearer ya29.a0-Ab_c refused, ya29.x"))
                .isEqualTo("Authorization: [hidden] refused, [hidden]");
    }

    @Test
    void aFileThatHoldsNoCredentialsIsNamed() {
        assertThat(BigQueryAccess.noCredentials("/keys/none.json").getMessage())
                .startsWith("GOOGLE_APPLICATION_CREDENTIALS names /keys/none.json, which holds no credentials");
        assertThat(BigQueryAccess.noCredentials(null).getMessage()).startsWith("no Application Default Credentials");
    }
}
