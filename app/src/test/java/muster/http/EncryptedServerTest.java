package muster.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import muster.mcp.PostedMessages;
import muster.storage.MemoryJournal;
import muster.wiring.Workspace;
import muster.wiring.desk.OpenDesk;
import muster.wiring.desk.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server with a key of its own, made by the JDK's keytool.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EncryptedServerTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    @Test
    void whoTrustsTheCertificateIsServedAndNobodyElse() throws Exception {
        var file = keyStore();
        var clock = InstantSource.system();
        var tokens = new TokenFile(folder.resolve("tokens.json"), clock);
        var at = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (var desk = new OpenDesk(new Setting(new Workspace(folder), new MemoryJournal(), clock));
                var server = RunServer.open(
                        new RunServer.Place(at, Set.of(), 0, KeyStoreFile.open(file, PASSWORD)),
                        new RunServer.Inside(desk, tokens, new PostedMessages("1"), bug -> {
                            throw bug;
                        }));
                var trusting =
                        HttpClient.newBuilder().sslContext(trusting(file)).build();
                var strange = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + "/healthz"))
                    .build();

            var answer = trusting.send(request, BodyHandlers.ofString());
            assertThat(answer.body()).isEqualTo("ok\n");
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThatThrownBy(() -> strange.send(request, BodyHandlers.ofString()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void aWrongPasswordAndAFileThatIsNoKeyStoreAreTold() throws Exception {
        var file = keyStore();

        assertThatThrownBy(() -> KeyStoreFile.open(file, "wrong"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("password");
        assertThatThrownBy(() -> KeyStoreFile.open(Files.writeString(folder.resolve("x"), "no key"), PASSWORD))
                .isInstanceOf(IOException.class);
    }

    private Path keyStore() throws Exception {
        var file = folder.resolve("muster.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "muster",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).isZero();
        return file;
    }

    private static SSLContext trusting(Path file) throws Exception {
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("muster", keys.getCertificate("muster"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
