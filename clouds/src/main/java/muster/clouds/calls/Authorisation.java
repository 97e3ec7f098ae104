package muster.clouds.calls;

/// What proves to a service who asks.
@FunctionalInterface
public interface Authorisation {

    /// The value of the header `Authorization`, empty for none. It must never be shown.
    String header() throws Unanswered;

    /// Open to everybody.
    static Authorisation none() {
        return () -> "";
    }

    static Authorisation bearer(String token) {
        return () -> "Bearer " + token;
    }
}
