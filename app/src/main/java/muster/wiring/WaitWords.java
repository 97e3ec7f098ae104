package muster.wiring;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import muster.plan.AgentId;
import muster.plan.Lag;
import muster.schedule.Obstacle;
import muster.schedule.Wait;

/// Why an item starts when it does, and why there is no schedule, in words.
final class WaitWords {
    private WaitWords() {}

    /// The kind of a wait as JSON names it.
    static String kind(Wait wait) {
        return switch (wait) {
            case Wait.ForRelease _ -> "days";
            case Wait.ForDate _ -> "date";
            case Wait.ForItem _ -> "task";
            case Wait.ForLink _ -> "link";
            case Wait.ForAgent _ -> "agent";
            case Wait.ForResource _ -> "resource";
            case Wait.ForSupply _ -> "supply";
            case Wait.ForTurn _ -> "turn";
            case Wait.ForOpening _ -> "calendar";
        };
    }

    static String of(Wait wait) {
        return what(wait) + " until " + wait.until();
    }

    private static String what(Wait wait) {
        return switch (wait) {
            case Wait.ForRelease _ -> "the plan's days let it wait";
            case Wait.ForDate(var kind, var _) -> "held by its date (" + words(kind) + ")";
            case Wait.ForItem(var item, var _) -> "needs " + item;
            case Wait.ForLink(var item, var kind, var lag, var _) ->
                "linked to " + item + " (" + words(kind) + lag(lag) + ")";
            case Wait.ForAgent(var agent, var item, var _) -> agent + " was busy with " + item;
            case Wait.ForResource(var resource, var item, var _) -> item + " held " + resource;
            case Wait.ForSupply(var resource, var _) -> "too little of " + resource + " was there";
            case Wait.ForTurn(var resource, var _) -> "it was another's turn at " + resource;
            case Wait.ForOpening(var owners, var _) ->
                "closed hours of " + owners.stream().map(AgentId::value).collect(Collectors.joining(", "));
        };
    }

    private static String lag(Lag lag) {
        if (lag.isZero()) {
            return "";
        }
        return (lag.time().isNegative() ? " - " : " + ") + hours(lag.time().abs()) + " " + words(lag.passing());
    }

    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Such as `7h` or `1h30m`.
    static String hours(Duration time) {
        var sign = time.isNegative() ? "-" : "";
        var size = time.abs();
        var minutes = size.toMinutesPart() == 0 ? "" : size.toMinutesPart() + "m";
        var seconds = size.toSecondsPart() == 0 ? "" : size.toSecondsPart() + "s";
        return sign
                + (size.toHours() == 0 && !(minutes + seconds).isEmpty() ? "" : size.toHours() + "h")
                + minutes
                + seconds;
    }

    static String of(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.Ring(var items) -> "tasks wait for each other: " + items;
            case Obstacle.TooLarge(var item, var resource, var demand, var amount) ->
                "task " + item + " asks for " + demand.toPlainString() + " of " + resource
                        + ", but there is never more than " + amount.toPlainString();
            case Obstacle.UsedUp(var resource, var demand, var amount) ->
                "all tasks use up " + demand.toPlainString() + " of " + resource + ", but there is only "
                        + amount.toPlainString();
            case Obstacle.NeverOpen(var item, var owners) ->
                "task " + item + " has no time: " + owners + " never work together, or never long enough";
            case Obstacle.NobodyFits(var item, var _) ->
                "task " + item + " has nobody: no agent has the capability or role that its modes ask for";
            case Obstacle.Stuck(var items, var resources) ->
                "no order was found in which " + items + " get enough of " + resources + " before it is given back";
        };
    }
}
