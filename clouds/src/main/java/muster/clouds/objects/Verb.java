package muster.clouds.objects;

import java.util.Locale;

/// What is tried with a scratch object, in this order.
enum Verb {
    PUT,
    GET,
    LIST,
    DELETE,
    /// After the removal the object is gone from the list.
    VERIFY_ABSENT;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
