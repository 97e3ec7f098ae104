package muster.notify;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import muster.notices.Channel;
import muster.storage.Delivery;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// Mails each notice to all addresses of a channel, or to none if the server takes one of them not. The server proves
/// who it is wherever it is spoken to encrypted.
///
/// @param password empty if the server asks nobody who they are
record MailSender(
        Channel.Email mail, String password, @Nullable SSLContext tls, InstantSource clock) implements Sender {

    /// A thread that hangs in the network ends when it is interrupted, because it is a virtual one.
    @Override
    public Sent send(Delivery delivery) throws InterruptedException {
        Callable<Sent> sending = () -> sent(delivery);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = threads.invokeAll(List.of(sending), LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                    .getFirst();
            return sent.isCancelled()
                    ? new Sent.Later("it took longer than " + LONGEST, Duration.ZERO)
                    : sent.resultNow();
        }
    }

    private Sent sent(Delivery delivery) {
        var session = Session.getInstance(properties());
        try (var server = new SMTPTransport(session, null)) {
            return sent(server, new Letter(session, mail).of(delivery, clock.instant()));
        } catch (MessagingException e) {
            return MailTrouble.of(e, MailTrouble.NO_CODE);
        }
    }

    private Sent sent(SMTPTransport server, MimeMessage letter) {
        try {
            var relay = mail.relay();
            var login = relay.login();
            server.connect(
                    relay.host(), relay.port(), login == null ? null : login.user(), login == null ? null : password);
            server.sendMessage(letter, letter.getAllRecipients());
            return new Sent.Delivered();
        } catch (MessagingException e) {
            return MailTrouble.of(e, server.getLastReturnCode());
        }
    }

    private Properties properties() {
        var relay = mail.relay();
        var millis = Long.toString(LONGEST.toMillis());
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.auth", Boolean.toString(relay.login() != null));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (relay.encryption()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
            case NONE -> {}
        }
        if (tls != null) {
            properties.put("mail.smtp.ssl.socketFactory", tls.getSocketFactory());
        }
        return properties;
    }
}
