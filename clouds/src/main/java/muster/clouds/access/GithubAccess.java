package muster.clouds.access;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import muster.clouds.calls.Asked;
import muster.clouds.calls.Reply;
import muster.clouds.calls.Rest;
import muster.clouds.calls.Unanswered;
import muster.clouds.calls.Unanswered.Why;
import muster.observation.Observation;
import muster.plan.CloudProbe;
import org.jspecify.annotations.Nullable;

/// Credential, rate limits and permissions of GitHub.
public record GithubAccess(Rest rest) {
    private static final String EXPIRES = "github-authentication-token-expiration";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /// Tokens of apps are nobody's, so that they are refused to say whose they are; their rate limit tells as much.
    public List<Observation> credential(CloudProbe.Credential probe, Instant now)
            throws Unanswered, InterruptedException {
        try {
            var reply = rest.ask(Asked.get("/user"));
            return new Validity(reply.json().path("login").asString("unnamed"), expires(reply)).judged(probe, now);
        } catch (Unanswered e) {
            if (e.why() != Why.FORBIDDEN) {
                throw e;
            }
            return new Validity("an app", expires(rest.ask(Asked.get("/rate_limit")))).judged(probe, now);
        }
    }

    private static @Nullable Instant expires(Reply reply) throws Unanswered {
        var header = reply.headers().firstValue(EXPIRES).orElse("");
        if (header.isEmpty()) {
            return null;
        }
        try {
            return LocalDateTime.parse(header.replaceFirst(" (UTC|\\+0000)$", ""), MOMENT)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            throw Unanswered.because(Why.REFUSED, "the expiry of the token is no time: " + header);
        }
    }

    /// What is left of a rate limit, such as `core`, `search` or `graphql`.
    public List<Observation> quota(CloudProbe.Quota probe, Instant now) throws Unanswered, InterruptedException {
        var limit = rest.json(Asked.get("/rate_limit")).path("resources").path(probe.metric());
        if (limit.isMissingNode()) {
            throw Unanswered.because(Why.ABSENT, "no rate limit '" + probe.metric() + "'");
        }
        return Left.of(limit.path("limit").asLong(0), limit.path("remaining").asLong(0))
                .judged(probe);
    }

    /// Roles on a repository: `pull`, `triage`, `push`, `maintain`, `admin`.
    public List<Observation> permissions(CloudProbe.Permission probe, Instant now)
            throws Unanswered, InterruptedException {
        var roles = rest.json(Asked.get("/repos/" + probe.resource())).path("permissions");
        var granted = new ArrayList<String>();
        for (var wanted : probe.permissions()) {
            if (roles.path(wanted).asBoolean(false)) {
                granted.add(wanted);
            }
        }
        return Granted.judged(probe, granted);
    }
}
