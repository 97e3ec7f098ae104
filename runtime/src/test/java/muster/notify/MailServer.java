package muster.notify;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/// A mail server on this machine. It knows the user `muster` by a password, has nobody called `nobody`, and is busy
/// whenever somebody called `busy` is to get something.
///
/// @param letters what it took, in order
record MailServer(SMTPServer server, List<MimeMessage> letters) implements AutoCloseable {
    static final String PASSWORD = "open-sesame-of-the-tests";

    /// @param more how it differs from one that stays in the open and asks for no login
    static MailServer with(UnaryOperator<SMTPServer.Builder> more) {
        var letters = new CopyOnWriteArrayList<MimeMessage>();
        var server = more.apply(SMTPServer.port(0)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .messageHandlerFactory(_ -> new Taking(letters)))
                .build();
        server.start();
        return new MailServer(server, letters);
    }

    /// One that wants to be spoken to encrypted, after `STARTTLS`, by somebody whom it knows.
    static MailServer guarded(SSLContext tls) {
        return with(server -> known(server).enableTLS().requireTLS().startTlsSocketFactory(tls));
    }

    static SMTPServer.Builder known(SMTPServer.Builder server) {
        return server.requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, word, _) -> {
                    if (!user.equals("muster") || !word.equals(PASSWORD)) {
                        throw new LoginFailedException();
                    }
                }));
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    private record Taking(List<MimeMessage> letters) implements MessageHandler {
        @Override
        public void from(String from) {}

        @Override
        public void recipient(String to) throws RejectException {
            if (to.startsWith("nobody@")) {
                throw new RejectException(550, "5.1.1 no such user");
            }
            if (to.startsWith("busy@")) {
                throw new RejectException(450, "4.2.1 try again later");
            }
        }

        @Override
        public String data(InputStream data) throws IOException {
            try {
                letters.add(new MimeMessage(Session.getInstance(new Properties()), data));
                return "taken";
            } catch (MessagingException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void done() {}
    }
}
