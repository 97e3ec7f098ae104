package muster.restate;

/// What a node of Restate did with a call.
sealed interface Taken {

    /// It was carried out.
    record Answered(String body) implements Taken {}

    /// It will never be carried out.
    record Refused(String why) implements Taken {}

    /// Another try, or another node, may do better.
    record Missed(String why) implements Taken {}
}
