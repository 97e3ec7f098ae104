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
                .hasMessageContaining("PKIX")
                .hasMessageContaining("Maybe truststore=FILE");
    }

    @Test
    void thePasswordOfAUserIsTakenByTls() throws Exception {
        var address = secured("password-env=PW&truststore=" + TrinoServer.certificate());

        try (var connection = TrinoAccess.of(address, Map.of("PW", PasswordPlugin.PASSWORD))
                        .open();
                var statement = connection.createStatement();
                var user = statement.executeQuery("SELECT current_user")) {
            assertThat(user.next()).isTrue();
            assertThat(user.getString(1)).isEqualTo("ann");
        }
    }

    @Test
    void aWrongPasswordIsToldAsSuchWithoutIt() throws Exception {
        var address = secured("password-env=PW&truststore=" + TrinoServer.certificate());

        assertThatThrownBy(() -> TrinoAccess.of(address, Map.of("PW", "s3cret")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Authentication failed")
                .hasMessageEndingWith("Maybe the password in PW is not that of ann")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> TrinoAccess.of(address.replace("password-env=PW&", ""), Map.of()))
                .hasMessageContaining("Authentication failed")
                .hasMessageEndingWith("Maybe say who you are: password-env=NAME or token-env=NAME");
    }

    /// The port takes anybody's statements by plain HTTP.
    @Test
    void aPasswordIsNotSentToAPortWithoutTls() throws Exception {
        var plain = TrinoServer.schema().replace("trino://", "trino://ann@") + "?password-env=PW";

        assertThatThrownBy(() -> TrinoAccess.of(plain, Map.of("PW", PasswordPlugin.PASSWORD)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Maybe that port takes plain HTTP")
                .hasMessageNotContaining(PasswordPlugin.PASSWORD);
        assertThatThrownBy(() -> TrinoAccess.of(plain + "&ssl=false", Map.of("PW", PasswordPlugin.PASSWORD)))
                .hasMessageContaining("ssl=false asks for none");
    }
}
