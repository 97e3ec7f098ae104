package muster.http;

import com.sun.net.httpserver.Headers;

/// Headers of every answer: nothing is kept by browsers and proxies, taken for another type, shown in a frame, or used
/// by pages of others. Source: OWASP REST Security Cheat Sheet, section Security Headers.
final class Protective {
    private Protective() {}

    static void put(Headers to) {
        to.set("Cache-Control", "no-store");
        to.set("X-Content-Type-Options", "nosniff");
        to.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        to.set("Cross-Origin-Resource-Policy", "same-origin");
        to.set("Referrer-Policy", "no-referrer");
    }
}
