package muster.packs.trino;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// By what server and client of a test know each other: a self-made certificate for the loopback, and tokens signed
/// with a key that the server knows (HS256, RFC 7515).
///
/// @param folder of the files
record Identity(Path folder) {
    static final String PASSWORD = "changeit";

    private static final String KEY = "a key of the tests, of more than thirty-two bytes";
    private static final String ALGORITHM = "HmacSHA256";

    /// Makes the files.
    static Identity in(Path folder) throws IOException, InterruptedException {
        var tool = Path.of(System.getProperty("java.home"), "bin/keytool").toString();
        run(
                tool,
                "-genkeypair -alias trino -keyalg EC -dname CN=localhost -ext san=ip:127.0.0.1,dns:localhost -validity 2"
                        + " -keystore " + folder.resolve("server.p12") + " -storepass " + PASSWORD);
        Files.writeString(
                folder.resolve("jwt.key"), Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_8)));
        run(
                tool,
                "-exportcert -rfc -alias trino -file " + folder.resolve("server.pem") + " -keystore "
                        + folder.resolve("server.p12") + " -storepass " + PASSWORD);
        return new Identity(folder);
    }

    private static void run(String tool, String words) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(java.util.List.of(words.split(" ")));
        command.addFirst(tool);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    /// The lines of the server's configuration.
    String configuration(int port) {
        return """
            http-server.https.enabled=true
            http-server.https.port=%d
            http-server.https.keystore.path=%s
            http-server.https.keystore.key=%s
            http-server.authentication.type=PASSWORD,JWT
            http-server.authentication.allow-insecure-over-http=true
            http-server.authentication.jwt.key-file=%s
            internal-communication.shared-secret=of-the-tests
            """.formatted(port, folder.resolve("server.p12"), PASSWORD, folder.resolve("jwt.key"));
    }

    /// The certificate that a client has to trust.
    Path certificate() {
        return folder.resolve("server.pem");
    }

    /// A token for a user, signed with a key.
    static String token(String user, String key) {
        var head = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        var body = encoded("{\"sub\":\"" + user + "\",\"exp\":4102444800}");
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            var signature = mac.doFinal((head + "." + body).getBytes(StandardCharsets.UTF_8));
            return head + "." + body + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    static String token(String user) {
        return token(user, KEY);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
