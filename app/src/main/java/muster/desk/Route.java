package muster.desk;

import java.util.List;
import java.util.Locale;

/// Everything that can be asked or told, with its address over HTTP. `docs/reference/openapi.json` describes each; a
/// test compares the two.
public enum Route {
    /// Where all runs stand.
    STATUS(Method.GET, "/v1/runs", Right.READ, "at"),
    /// Where one run stands.
    RUN(Method.GET, "/v1/runs/{run}", Right.READ, "at"),
    /// What an agent may claim, and why not the rest.
    NEXT(Method.GET, "/v1/runs/{run}/next", Right.READ, "as", "wait"),
    /// Claims a step.
    CLAIM(Method.POST, "/v1/runs/{run}/claims", Right.AGENT, "as", "task", "lease", "writes"),
    /// An agent is alive and still at a step.
    HEARTBEAT(Method.POST, "/v1/runs/{run}/steps/{task}/heartbeat", Right.AGENT, "as", "fence", "spent"),
    /// A step is done, or could not be.
    DONE(Method.POST, "/v1/runs/{run}/steps/{task}/done", Right.AGENT, "as", "fence", "outputs", "failed", "spent"),
    /// Lays a claim down.
    RELEASE(Method.POST, "/v1/runs/{run}/steps/{task}/release", Right.AGENT, "as", "fence", "reason"),
    /// Lays a step down with questions.
    ASK(Method.POST, "/v1/runs/{run}/steps/{task}/ask", Right.AGENT, "as", "fence", "questions"),
    /// Answers the questions of a step.
    REPLY(Method.POST, "/v1/runs/{run}/steps/{task}/reply", Right.AGENT, "as", "answer"),
    /// Accepts work that another handed in, or sends it back.
    CHECK(Method.POST, "/v1/runs/{run}/steps/{task}/check", Right.AGENT, "as", "fence", "accept", "send_back");

    /// What the run that began last is called where a run is named.
    public static final String LATEST = "latest";

    private final Method method;
    private final String path;
    private final Right right;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that never changes
    private final List<String> fields;

    Route(Method method, String path, Right right, String... fields) {
        this.method = method;
        this.path = path;
        this.right = right;
        this.fields = List.of(fields);
    }

    /// How it is asked over HTTP.
    public enum Method {
        /// It is asked; nothing changes.
        GET,
        /// It is told; each time anew, unless a key says that it was told before.
        POST,
        /// It is told; told twice it is the same.
        PUT
    }

    /// How it is asked.
    public Method method() {
        return method;
    }

    /// Its path; a name in braces stands for the value of that field.
    public String path() {
        return path;
    }

    /// What whoever asks must be allowed.
    public Right right() {
        return right;
    }

    /// Its fields beside those of the path: of the query, or of the body.
    public List<String> fields() {
        return fields;
    }

    /// Its name: that of the command, and its operation id.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
