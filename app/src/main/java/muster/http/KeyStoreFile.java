package muster.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A server's key and certificate, in a PKCS #12 file.
public final class KeyStoreFile {
    private KeyStoreFile() {}

    /// What a server encrypts by, with the protocols that this Java takes for safe.
    ///
    /// @throws IOException if the file cannot be read, or the password is another
    public static SSLContext open(Path file, String password) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds no key that can be used: " + e.getMessage(), e);
        }
    }
}
