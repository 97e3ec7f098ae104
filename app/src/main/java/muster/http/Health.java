package muster.http;

import muster.audit.Verdict;

/// What an audit came to, in the forms that are asked for.
///
/// @param text for people, one line or more
/// @param json the report
/// @param metrics Prometheus text exposition, version 0.0.4
public record Health(Verdict verdict, String text, String json, String metrics) {}
