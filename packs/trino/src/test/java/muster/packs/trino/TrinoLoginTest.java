package muster.packs.trino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Who somebody is, shown to a real server by TLS.
class TrinoLoginTest {

    private static String secured(String options) throws Exception {
        var plain = TrinoServer.schema();
        return TrinoServer.secured(plain.replace("trino://", "trino://ann@"), options);
    }

    @Test
    void aTokenOfTheUserIsTakenOverACertificateThatIsTrusted() throws Exception {
        var address = secured("token-env=JWT&truststore=" + TrinoServer.certificate());

        try (var connection = TrinoAccess.of(address, Map.of("JWT", Identity.token("ann")))
                        .open();
                var statement = connection.createStatement();
                var user = statement.executeQuery("SELECT current_user")) {
            assertThat(user.next()).isTrue();
            assertThat(user.getString(1)).isEqualTo("ann");
        }
    }

    @Test
    void aTokenOfAnotherKeyIsRefusedAndNotRepeated() throws Exception {
        var address = secured("token-env=JWT&truststore=" + TrinoServer.certificate());
        var forged = Identity.token("ann", "another key, which the server does not know at all");

        assertThatThrownBy(() -> TrinoAccess.of(address, Map.of("JWT", forged)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Authentication failed")
                .hasMessageNotContaining(forged);
    }

    @Test
    void aCertificateThatNobodyTrustsEndsTheCallBeforeTheTokenIsSent() throws Exception {
        var address = secured("token-env=JWT");

        assertThatThrownBy(() -> TrinoAccess.of(address, Map.of("JWT", Identity.token("ann"))))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("PKIX");
    }
}
