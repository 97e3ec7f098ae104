package muster.http;

import java.util.List;
import muster.desk.Ending;
import muster.desk.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A refusal as RFC 9457 has it, with the exit code that the command line gives for it.
///
/// @param detail one line, and maybe one more with advice
/// @param problems all that is wrong with what was handed in
/// @param refusal what programs are told of it beside the reason; null if nothing
record ProblemDetails(
        int status,
        Ending ending,
        String detail,
        List<String> problems,
        @Nullable ObjectNode refusal) {
    /// The media type.
    static final String TYPE = "application/problem+json";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    ProblemDetails {
        problems = List.copyOf(problems);
    }

    static ProblemDetails of(int status, Ending ending, String detail) {
        return new ProblemDetails(status, ending, detail, List.of(), null);
    }

    static ProblemDetails of(Reply.Refused refused) {
        var document = refused.document();
        return new ProblemDetails(
                refused.ending().status(),
                refused.ending(),
                refused.why(),
                refused.problems(),
                document == null ? null : document.tree());
    }

    String text() {
        var tree = MAPPER.createObjectNode()
                .put("type", "urn:muster:problem:" + word())
                .put("title", title())
                .put("status", status)
                .put("detail", detail)
                .put("exit", ending.exit());
        problems.forEach(each -> tree.withArray("problems").add(each));
        if (refusal != null) {
            tree.set("refusal", refusal);
        }
        return MAPPER.writeValueAsString(tree);
    }

    private String word() {
        return switch (status) {
            case 401 -> "no-token";
            case 403 -> "not-allowed";
            case 421 -> "wrong-host";
            default -> ending.word();
        };
    }

    private String title() {
        return switch (status) {
            case 401 -> "A token is needed";
            case 403 -> "Not allowed";
            case 421 -> "Not for this server";
            default ->
                switch (ending) {
                    case YES -> "Done";
                    case NO -> "The rules do not allow it";
                    case USAGE -> "The request is wrong";
                    case INVALID -> "What was handed in is wrong";
                    case NOT_FOUND -> "Not there";
                    case CONFLICT -> "Somebody else has it, or the claim is lost";
                    case OVER_BUDGET -> "A budget is used up";
                    case UNAVAILABLE -> "Not reachable now";
                    case BUG -> "A mistake of ours";
                    case TRY_AGAIN -> "It may work another time";
                };
        };
    }
}
