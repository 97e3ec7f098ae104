package muster.packs.trino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrinoAddressTest {
    /// The type of a record that begins a handshake (RFC 8446, 5.1).
    private static final byte HANDSHAKE = 22;

    private static final Map<String, String> ENVIRONMENT = Map.of("PW", "s3cret");

    @Test
    void anAddressNamesAUserAPlaceAndHowItIsReached() throws SQLException {
        var address = TrinoAddress.of("trino://ann%40x@trino.example:8443/lake/fx?password-env=PW&truststore=ca.pem");

        assertThat(address.url()).isEqualTo("jdbc:trino://trino.example:8443/lake/fx");
        assertThat(address.properties(ENVIRONMENT))
                .containsEntry("user", "ann@x")
                .containsEntry("password", "s3cret")
                .containsEntry("SSL", "true")
                .containsEntry("SSLTrustStorePath", "ca.pem");
        assertThat(TrinoAddress.of("jdbc:trino://localhost/lake/fx").properties(Map.of()))
                .containsEntry("user", "muster")
                .containsEntry("SSL", "false")
                .doesNotContainKey("password");
    }

    @Test
    void aTokenStandsInTheEnvironmentAndIsSentByTlsAlone() throws SQLException {
        var address = TrinoAddress.of("trino://ann@host/lake/fx?token-env=JWT");

        assertThat(address.properties(Map.of("JWT", "a.b.c")))
                .containsEntry("accessToken", "a.b.c")
                .containsEntry("SSL", "true")
                .doesNotContainKey("password");
        assertThatThrownBy(() -> address.properties(Map.of())).hasMessageContaining("JWT, which holds the token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trino://ann:s3cret@host/lake/fx",
                "trino://host/lake/fx?password=s3cret",
                "trino://host/lake/fx?PASSWORD=s3cret",
                "trino://host/lake/fx?accessToken=s3cret",
                "trino://host/lake/fx?ssl=s3cret",
                "trino://ann@s3cret@host/lake/fx",
                "trino://host/s3cret",
                "trino://host:s3cret/lake/fx"
            })
    void whatIsRefusedIsNotRepeated(String words) {
        assertThatThrownBy(() -> TrinoAddress.of(words))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Maybe")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aPasswordThatIsNotSetAndTheAddressInMessagesTellNoSecret() throws SQLException {
        var address = TrinoAddress.of("trino://ann@host/lake/fx?password-env=PW");

        assertThatThrownBy(() -> address.properties(Map.of())).hasMessageContaining("PW, which holds the password");
        assertThat(address).hasToString("trino://ann@host/lake/fx");
    }

    /// Whoever listens there writes down what he is sent before there is any encryption.
    @Test
    void nothingButTheBeginningOfTlsIsSentInTheOpen() throws Exception {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var heard = new CompletableFuture<byte[]>();
            var ear = Thread.startVirtualThread(() -> {
                try (var caller = listener.accept()) {
                    heard.complete(caller.getInputStream().readNBytes(100));
                } catch (IOException e) {
                    heard.completeExceptionally(e);
                }
            });
            var address = "trino://ann@127.0.0.1:" + listener.getLocalPort() + "/lake/fx?password-env=PW";

            assertThatThrownBy(() -> TrinoAccess.of(address, ENVIRONMENT)).hasMessageNotContaining("s3cret");

            ear.join();
            assertThat(heard.get()).startsWith(HANDSHAKE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssl=false&password-env=PW", "token-env=PW&ssl=false", "truststore=ca.pem&ssl=false"})
    void whatGoesByTlsAloneIsNotAskedForWithoutIt(String options) {
        assertThatThrownBy(() -> TrinoAddress.of("trino://ann@host/lake/fx?" + options))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Maybe leave ssl=false out");
    }

    @ParameterizedTest
    @CsvSource({
        "trino://nobody.invalid/lake/fx, host or the port",
        "trino://host/lake/fx?truststore=., no file of certificates"
    })
    void aWayThatLeadsNowhereSaysWhatToLookAt(String words, String hint) {
        assertThatThrownBy(() -> TrinoAccess.of(words, ENVIRONMENT))
                .isInstanceOf(SQLException.class)
                .hasMessageStartingWith("no warehouse at trino://muster@")
                .hasMessageContaining(hint);
    }
}
