package muster.notify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import muster.engines.HandClock;
import muster.notices.Channel;
import muster.notices.Relay;
import muster.sandbox.LocalhostCertificate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Mails to a real server on this machine.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MailSenderTest {
    private static final Relay.Login LOGIN = new Relay.Login("muster", "SMTP_PASSWORD");

    @TempDir
    static Path folder;

    private static SSLContext tls;

    private final HandClock clock = new HandClock();

    @BeforeAll
    static void aCertificateIsMade() throws Exception {
        tls = LocalhostCertificate.in(folder).context();
    }

    @Test
    void aNoticeIsMailedEncryptedByWhomTheServerKnows() throws Exception {
        try (var server = MailServer.guarded(tls)) {
            var mail = mail(relay(server, Relay.Encryption.STARTTLS, LOGIN), "ann@host.example", "bob@host.example");

            assertThat(sent(mail, "it waits:\r\nBcc: eve@host.example \u2713", tls))
                    .isEqualTo(new Sent.Delivered());

            var letter = server.letters().getFirst();
            assertThat(letter.getRecipients(Message.RecipientType.TO))
                    .extracting(Object::toString)
                    .containsExactly("ann@host.example", "bob@host.example");
            assertThat(letter.getRecipients(Message.RecipientType.BCC)).isNull();
            assertThat(letter.getSubject()).isEqualTo("[r1] it waits: Bcc: eve@host.example \u2713");
            assertThat(letter.getFrom()).extracting(Object::toString).containsExactly("muster@host.example");
            assertThat(letter.getMessageID()).isEqualTo("<muster.r1.7.c@host.example>");
            assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(letter.getSentDate().toInstant()).isEqualTo(clock.instant());
            var text = new String(letter.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains("\u2713", "run r1, gate-waiting, for ann", "about gate:go", "notice r1/7");
        }
    }

    @Test
    void aServerMayBeEncryptedFromTheFirstByteOrStayInTheOpen() throws Exception {
        try (var closed = MailServer.with(server -> MailServer.known(server).serverSocketFactory(tls));
                var open = MailServer.with(server -> server)) {
            assertThat(sent(mail(relay(closed, Relay.Encryption.TLS, LOGIN), "ann@host.example"), "x", tls))
                    .isEqualTo(new Sent.Delivered());
            assertThat(sent(mail(relay(open, Relay.Encryption.NONE, null), "ann@host.example"), "x", tls))
                    .isEqualTo(new Sent.Delivered());

            assertThat(closed.letters()).hasSize(1);
            assertThat(open.letters()).hasSize(1);
        }
    }

    @Test
    void noPasswordIsToldToAServerThatDoesNotEncryptOrCannotProveWhoItIs() throws Exception {
        try (var open = MailServer.with(MailServer::known);
                var unknown = MailServer.guarded(tls)) {
            assertThat(sent(mail(relay(open, Relay.Encryption.STARTTLS, LOGIN), "ann@host.example"), "x", tls))
                    .isInstanceOfSatisfying(
                            Sent.Later.class, later -> assertThat(later.why()).contains("STARTTLS"));
            assertThat(sent(mail(relay(unknown, Relay.Encryption.STARTTLS, LOGIN), "ann@host.example"), "x", null))
                    .isInstanceOf(Sent.Later.class);
            var address = new Relay("127.0.0.1", unknown.port(), Relay.Encryption.STARTTLS, LOGIN);
            assertThat(sent(mail(address, "ann@host.example"), "x", tls))
                    .as("the certificate is for another name")
                    .isInstanceOf(Sent.Later.class);

            assertThat(open.letters()).isEmpty();
            assertThat(unknown.letters()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"nobody, true", "busy, false"})
    void nobodyGetsAMailThatSomebodyDoesNotGet(String name, boolean forGood) throws Exception {
        try (var server = MailServer.guarded(tls)) {
            var relay = relay(server, Relay.Encryption.STARTTLS, LOGIN);

            var sent = sent(mail(relay, name + "@host.example", "ann@host.example"), "x", tls);

            assertThat(server.letters()).isEmpty();
            assertThat(sent).isInstanceOf(forGood ? Sent.Refused.class : Sent.Later.class);
            assertThat(sent.toString()).contains(forGood ? "550 5.1.1 no such user" : "450 4.2.1 try again later");
        }
    }

    @Test
    void aWrongPasswordIsRefusedForGoodAndNotShown() throws Exception {
        try (var server = MailServer.guarded(tls)) {
            var wrong = new Relay.Login("muster", "OTHER");

            var sent = sent(mail(relay(server, Relay.Encryption.STARTTLS, wrong), "ann@host.example"), "x", tls);

            assertThat(sent).isInstanceOf(Sent.Refused.class);
            assertThat(sent.toString()).contains("535").doesNotContain("no-sesame");
        }
    }

    @Test
    void aServerThatIsNotThereOrNeverAnswersIsTriedLater() throws Exception {
        try (var silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            var there = new Relay("localhost", silent.getLocalPort(), Relay.Encryption.NONE, null);
            assertThat(sent(mail(there, "ann@host.example"), "x", null)).isInstanceOf(Sent.Later.class);
        }
        assertThat(sent(mail(new Relay("localhost", 1, Relay.Encryption.NONE, null), "ann@host.example"), "x", null))
                .isInstanceOf(Sent.Later.class);
    }

    @Test
    void aPasswordIsTakenOutOfAllThatIsTold() {
        var mail = mail(new Relay("localhost", 25, Relay.Encryption.TLS, LOGIN), "ann@host.example");
        var open = new Relay("smtp.host.example", 25, Relay.Encryption.NONE, LOGIN);

        assertThat(opened(mail, null))
                .isInstanceOfSatisfying(
                        Senders.Opened.Ready.class,
                        ready -> assertThat(ready.senders().redaction().redact("not " + MailServer.PASSWORD))
                                .doesNotContain(MailServer.PASSWORD));
        assertThat(opened(mail(open, "ann@host.example"), null))
                .isEqualTo(new Senders.Opened.Wrong(
                        List.of("channel 'c': a password is not sent to smtp.host.example without encryption")));
    }

    private static Relay relay(MailServer server, Relay.Encryption encryption, Relay.Login login) {
        return new Relay("localhost", server.port(), encryption, login);
    }

    private static Channel.Email mail(Relay relay, String... to) {
        return new Channel.Email(List.of(to), "muster@host.example", relay);
    }

    private Sent sent(Channel channel, String text, SSLContext trusted) throws InterruptedException {
        return tried(channel, trusted).sent(text);
    }

    private Senders.Opened opened(Channel channel, SSLContext trusted) {
        return tried(channel, trusted).opened();
    }

    private TriedChannel tried(Channel channel, SSLContext trusted) {
        var environment = Map.of("SMTP_PASSWORD", MailServer.PASSWORD, "OTHER", "no-sesame");
        return new TriedChannel(channel, environment, clock, trusted);
    }
}
