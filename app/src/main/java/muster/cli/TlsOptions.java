package muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import muster.http.KeyStoreFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a server encrypts by.
final class TlsOptions {
    private static final String VARIABLE = "MUSTER_TLS_PASSWORD";

    @Option(
            names = "--tls",
            paramLabel = "FILE",
            description = "encrypt by the key and certificate in this PKCS #12 file; its password is in "
                    + "MUSTER_TLS_PASSWORD; default: not encrypted")
    private @Nullable Path file;

    boolean isOn() {
        return file != null;
    }

    /// Null if it is not to be encrypted.
    ///
    /// @throws IOException if the file cannot be read, or the password is another
    @Nullable
    SSLContext context(Map<String, String> environment) throws IOException {
        return file == null ? null : KeyStoreFile.open(file, environment.getOrDefault(VARIABLE, ""));
    }
}
