package muster.clouds;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.OAuth2Credentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import muster.clouds.calls.Authorisation;
import muster.clouds.calls.Unanswered;
import muster.clouds.calls.Unanswered.Why;

/// Access tokens for a service account's key, made anew before they expire.
record GoogleAuthorisation(OAuth2Credentials credentials) implements Authorisation {
    /// The one scope that all of Google Cloud's services take; what may be done is the matter of roles.
    private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

    /// The credentials in a file's text; broken ones are refused when they are first used.
    static GoogleCredentials read(String json) throws IOException {
        return GoogleCredentials.fromStream(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                .createScoped(SCOPE);
    }

    static Authorisation of(Key key) {
        return switch (key) {
            case Key.Token(var text) -> Authorisation.bearer(text);
            case Key.ServiceAccount(var json) -> account(json);
            case Key.Open _, Key.Missing _, Key.AwsPair _ -> Authorisation.none();
        };
    }

    private static Authorisation account(String json) {
        try {
            return new GoogleAuthorisation(read(json));
        } catch (IOException | IllegalArgumentException _) {
            return () -> {
                throw Unanswered.because(Why.UNAUTHENTICATED, "the service account's key is damaged");
            };
        }
    }

    @Override
    public String header() throws Unanswered {
        try {
            credentials.refreshIfExpired();
            var token = credentials.getAccessToken();
            if (token == null) {
                throw Unanswered.because(Why.UNAUTHENTICATED, "no access token is given");
            }
            return "Bearer " + token.getTokenValue();
        } catch (IOException _) {
            throw Unanswered.because(Why.UNAUTHENTICATED, "no access token is given for the service account's key");
        }
    }
}
