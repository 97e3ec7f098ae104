package muster.packs.trino;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/// A plugin of the test's server that knows one password, since Maven has none of Trino's own. It is compiled against
/// the server's jars when the server is laid out, so that this module needs no Trino.
final class PasswordPlugin {
    static final String PASSWORD = "correct horse battery";

    private static final String SOURCE = """
            import io.trino.spi.Plugin;
            import io.trino.spi.security.AccessDeniedException;
            import io.trino.spi.security.BasicPrincipal;
            import io.trino.spi.security.PasswordAuthenticator;
            import io.trino.spi.security.PasswordAuthenticatorFactory;
            import java.util.List;
            import java.util.Map;

            public class OnePassword implements Plugin, PasswordAuthenticatorFactory {
                public Iterable<PasswordAuthenticatorFactory> getPasswordAuthenticatorFactories() {
                    return List.of(this);
                }

                public String getName() {
                    return "one-password";
                }

                public PasswordAuthenticator create(Map<String, String> config) {
                    return (user, password) -> {
                        if (!password.equals(config.get("password"))) {
                            throw new AccessDeniedException("wrong name or password");
                        }
                        return new BasicPrincipal(user);
                    };
                }
            }
            """;

    private PasswordPlugin() {}

    /// @param server the folder of the server
    /// @param jars the server's class path
    static void in(Path server, String jars) throws IOException {
        Files.writeString(
                server.resolve("etc/password-authenticator.properties"),
                "password-authenticator.name=one-password\npassword=" + PASSWORD + "\n");
        var classes = Files.createDirectories(server.resolve("plugin/password/classes"));
        var services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve("io.trino.spi.Plugin"), "OnePassword\n");
        var source = Files.writeString(server.resolve("OnePassword.java"), SOURCE);
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of("-proc:none", "-cp", jars, "-d", classes.toString());
            if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(source))
                    .call()) {
                throw new IOException("the plugin does not compile");
            }
        }
    }
}
