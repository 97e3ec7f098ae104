package muster.notify;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import muster.storage.Delivery;
import org.jspecify.annotations.Nullable;

/// Posts notices to an address, signed as receivers of many services already know it. Source: Standard Webhooks 1.0,
/// symmetric signatures: HMAC-SHA256 over id, time in seconds and body, in `webhook-signature`.
///
/// @param key what they are signed with; null if they are not
record WebhookSender(Posting posting, URI to, @Nullable SecretKeySpec key) implements Sender {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String ENCODED = "whsec_";

    /// The key that a secret stands for: the rest in Base64 after `whsec_`, otherwise the text itself.
    ///
    /// @throws IllegalArgumentException if the rest is no Base64
    static SecretKeySpec key(String secret) {
        var bytes = secret.startsWith(ENCODED)
                ? Base64.getDecoder().decode(secret.substring(ENCODED.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    @Override
    public Sent send(Delivery delivery) throws InterruptedException {
        var headers = new TreeMap<String, String>();
        headers.put("Idempotency-Key", delivery.key());
        headers.put("webhook-id", delivery.key());
        var seconds = Long.toString(posting.clock().instant().getEpochSecond());
        headers.put("webhook-timestamp", seconds);
        if (key != null) {
            headers.put(
                    "webhook-signature",
                    "v1," + signature(key, delivery.key() + "." + seconds + "." + delivery.body()));
        }
        return posting.post(to, headers, delivery.body());
    }

    private static String signature(SecretKeySpec key, String signed) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }
}
