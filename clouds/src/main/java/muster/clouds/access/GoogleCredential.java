package muster.clouds.access;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import muster.clouds.calls.Ability;
import muster.clouds.calls.Asked;
import muster.clouds.calls.Authorisation;
import muster.clouds.calls.Rest;
import muster.clouds.calls.Unanswered;
import muster.clouds.calls.Unanswered.Why;
import muster.observation.Observation;
import muster.plan.CloudProbe;

/// Whether Google accepts the credential: its access token is shown to the token introspection of OAuth 2.0, in the
/// body, because addresses end up in logs.
///
/// @param rest without an authorisation of its own
public record GoogleCredential(Rest rest, Authorisation authorisation) implements Ability<CloudProbe.Credential> {
    private static final String BEARER = "Bearer ";

    @Override
    public List<Observation> of(CloudProbe.Credential probe, Instant now) throws Unanswered, InterruptedException {
        var token = authorisation.header().substring(BEARER.length());
        var body = ("access_token=" + Asked.encoded(token)).getBytes(StandardCharsets.UTF_8);
        try {
            var told = rest.json(Asked.post("/tokeninfo", body, "application/x-www-form-urlencoded"));
            var holder = told.path("email").asString(told.path("azp").asString("unnamed"));
            long seconds = told.path("exp").asLong(0);
            return new Validity(holder, seconds == 0 ? null : Instant.ofEpochSecond(seconds)).judged(probe, now);
        } catch (Unanswered e) {
            // Introspection answers 400 to tokens that are wrong, have expired or were revoked.
            throw e.why() == Why.REFUSED ? Unanswered.because(Why.UNAUTHENTICATED, e.message()) : e;
        }
    }
}
