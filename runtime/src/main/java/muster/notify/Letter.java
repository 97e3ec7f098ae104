package muster.notify;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import muster.notices.Channel;
import muster.storage.Delivery;

/// A notice as a mail: plain text, with an id that is the same whenever it is sent, and marked as nothing that a person
/// wrote, so that nobody's absence is told in return. Sources: RFC 5322, RFC 3834.
///
/// @param session that it is sent in
record Letter(Session session, Channel.Email mail) {
    private static final int LONGEST_SUBJECT = 150;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.US);

    MimeMessage of(Delivery delivery, Instant now) throws MessagingException {
        var telling = Telling.of(delivery);
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress(mail.from()));
        for (var to : mail.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
        }
        message.setSubject(subject(telling), StandardCharsets.UTF_8.name());
        message.setHeader("Date", DATE.format(now.atOffset(ZoneOffset.UTC)));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setDataHandler(new DataHandler(new ByteArrayDataSource(
                text(telling, delivery.key()).getBytes(StandardCharsets.UTF_8), "text/plain; charset=utf-8")));
        message.saveChanges();
        message.setHeader("Message-ID", id(delivery));
        return message;
    }

    /// On one line, whatever the text is.
    private static String subject(Telling telling) {
        var line = "[" + telling.run() + "] " + telling.text().replaceAll("\\p{Cntrl}+", " ");
        return line.substring(0, Math.min(line.length(), LONGEST_SUBJECT));
    }

    private static String text(Telling telling, String key) {
        return telling.text() + "\r\n\r\n" + telling.origin() + "\r\nabout " + telling.about() + "\r\nnotice " + key
                + "\r\n";
    }

    private String id(Delivery delivery) {
        var named = (delivery.key() + "." + delivery.channel()).replaceAll("[^A-Za-z0-9-]+", ".");
        return "<muster." + named + mail.from().substring(mail.from().indexOf('@')) + ">";
    }
}
