package muster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate for `localhost` that nobody but a test believes, valid for 30 days.
public record LocalhostCertificate(KeyStore keys) {
    private static final String PASSWORD = "changeit";

    /// Made by the JDK's keytool.
    ///
    /// @param folder gets the file of the keys
    public static LocalhostCertificate in(Path folder) throws Exception {
        var store = folder.resolve("keys.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var words = "-genkeypair -alias a -keyalg EC -dname CN=localhost -ext san=dns:localhost -validity 30";
        var argv = new ArrayList<>(List.of(words.split(" ")));
        argv.addFirst(keytool);
        argv.addAll(List.of("-storepass", PASSWORD, "-keystore", store.toString()));
        var made = new Launcher(1).run(Launch.of(argv, folder, Duration.ofSeconds(60)));
        assertThat(made)
                .isInstanceOfSatisfying(
                        Launched.Ended.class,
                        ended -> assertThat(ended.exit())
                                .as(ended.stdout() + ended.stderr())
                                .isZero());
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return new LocalhostCertificate(keys);
    }

    /// For a server that has it, and a client that believes nobody else.
    public SSLContext context() throws Exception {
        var own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys, PASSWORD.toCharArray());
        var believed = TrustManagerFactory.getInstance("PKIX");
        believed.init(keys);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), believed.getTrustManagers(), null);
        return context;
    }
}
