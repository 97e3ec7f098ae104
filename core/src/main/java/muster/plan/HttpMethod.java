package muster.plan;

/// How a server is asked.
public enum HttpMethod {
    GET,
    HEAD,
    POST,
    PUT,
    PATCH,
    DELETE
}
