package muster.clouds.objects;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import muster.clouds.calls.Retries;
import muster.clouds.calls.Unanswered;
import muster.clouds.calls.Unanswered.Why;
import org.jspecify.annotations.Nullable;

/// A scratch object put, got, listed and removed. Every verb is tried that can be tried, and whatever was put is
/// removed in every case.
final class RoundTrip {
    private final Bucket bucket;
    private final Retries retries;
    private final String key;
    private final Set<Verb> worked = EnumSet.noneOf(Verb.class);
    private final Map<Verb, Unanswered> failed = new EnumMap<>(Verb.class);

    RoundTrip(Bucket bucket, Retries retries, String key) {
        this.bucket = bucket;
        this.retries = retries;
        this.key = key;
    }

    @FunctionalInterface
    private interface Step {
        /// What is wrong, or null if it worked.
        @Nullable
        String fault() throws Unanswered, InterruptedException;
    }

    RoundTrip made() throws InterruptedException {
        try {
            if (step(Verb.PUT, this::put)) {
                step(Verb.GET, this::get);
                step(Verb.LIST, () -> listedAs(Listed.THERE, "it is missing in the list"));
                removed();
            } else {
                step(Verb.LIST, () -> {
                    bucket.list(key);
                    return null;
                });
            }
        } finally {
            cleanUp();
        }
        return this;
    }

    private enum Listed {
        THERE,
        GONE
    }

    private void removed() throws InterruptedException {
        boolean deleted = step(Verb.DELETE, () -> {
            bucket.delete(key);
            return null;
        });
        if (deleted && worked.contains(Verb.LIST)) {
            step(Verb.VERIFY_ABSENT, () -> listedAs(Listed.GONE, "it is still in the list after its removal"));
        }
    }

    private @Nullable String put() throws Unanswered, InterruptedException {
        bucket.put(key, content());
        return null;
    }

    private @Nullable String get() throws Unanswered, InterruptedException {
        return Arrays.equals(bucket.get(key), content()) ? null : "other bytes came back than were put";
    }

    /// Some stores list what was done only after a while.
    private @Nullable String listedAs(Listed wanted, String fault) throws Unanswered, InterruptedException {
        var expected = wanted == Listed.THERE;
        return retries.eventually(() -> isListed() == expected) ? null : fault;
    }

    boolean isListed() throws Unanswered, InterruptedException {
        return bucket.list(key).stream().anyMatch(each -> each.key().equals(key));
    }

    private byte[] content() {
        return ("scratch object of a readiness probe: " + key).getBytes(StandardCharsets.UTF_8);
    }

    private boolean step(Verb verb, Step step) throws InterruptedException {
        try {
            var fault = step.fault();
            if (fault != null) {
                failed.put(verb, Unanswered.because(Why.REFUSED, fault));
                return false;
            }
            return worked.add(verb);
        } catch (Unanswered e) {
            failed.put(verb, e);
            return false;
        }
    }

    /// A put whose answer was lost may have stored the object all the same.
    private void cleanUp() throws InterruptedException {
        var put = failed.get(Verb.PUT);
        if (!worked.contains(Verb.DELETE) && (put == null || put.isPassing())) {
            try {
                bucket.delete(key);
            } catch (Unanswered _) {
                // Whether it is still there is looked at afterwards; there is nothing left to try.
            }
        }
    }

    boolean isWhole() {
        return failed.isEmpty() && worked.containsAll(EnumSet.allOf(Verb.class));
    }

    boolean anythingWorked() {
        return !worked.isEmpty();
    }

    /// Whether whatever failed may pass by itself, so that nothing is known.
    boolean mayPass() {
        return failed.values().stream().allMatch(Unanswered::isPassing);
    }

    Map<Verb, Unanswered> failed() {
        return failed;
    }

    String verbs() {
        return worked.stream().map(Verb::word).collect(Collectors.joining(", "));
    }

    String verbsFailed() {
        return failed.keySet().stream().map(Verb::word).collect(Collectors.joining(", "));
    }

    String faults() {
        return failed.entrySet().stream()
                .map(each ->
                        each.getKey().word() + " failed: " + each.getValue().message())
                .collect(Collectors.joining("; "));
    }
}
