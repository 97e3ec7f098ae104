package muster.desk;

import java.util.List;
import java.util.Locale;

/// Everything that can be asked or told, with its address over HTTP. `docs/reference/openapi.json` describes each; a
/// test compares the two.
public enum Route {
    /// Where all runs stand.
    STATUS(Method.GET, "/v1/runs", Right.READ, "at"),
    /// Begins a run of a plan file.
    BEGIN(Method.POST, "/v1/runs", Right.OPERATE, "plan", "run", "facts", "checked", "take_late"),
    /// Goes on with a run by its plan file as it is now.
    REPLAN(Method.POST, "/v1/replans", Right.OPERATE, "as", "reason", "plan", "run", "facts", "checked", "take_late"),
    /// Plans the rest of a run again, and with `apply` goes on with it like that.
    REPLANNING(
            Method.POST,
            "/v1/runs/{run}/replanning",
            Right.OPERATE,
            "as",
            "reason",
            "plan",
            "holds",
            "fails",
            "retry",
            "drop",
            "apply"),
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
    CHECK(Method.POST, "/v1/runs/{run}/steps/{task}/check", Right.AGENT, "as", "fence", "accept", "send_back"),
    /// Pauses, continues, cancels or rolls back a run; skips or retries a step; and so on.
    STEER(Method.POST, "/v1/runs/{run}/steer", Right.OPERATE, "as", "reason", "order", "what", "more"),
    /// What was offered, and what is owed.
    HANDOFF_LIST(Method.GET, "/v1/runs/{run}/handoffs", Right.READ),
    /// One hand-off.
    HANDOFF(Method.GET, "/v1/runs/{run}/handoffs/{id}", Right.READ),
    /// A hand-off that is owed, as far as it can be filled in.
    HANDOFF_DRAFT(Method.GET, "/v1/runs/{run}/owed/{name}", Right.READ),
    /// Offers work.
    HANDOFF_OFFER(Method.POST, "/v1/runs/{run}/handoffs", Right.AGENT, "as", "file", "note"),
    /// Takes it.
    HANDOFF_ACCEPT(Method.PUT, "/v1/runs/{run}/handoffs/{id}/accept", Right.AGENT, "as"),
    /// Sends it back.
    HANDOFF_REJECT(Method.PUT, "/v1/runs/{run}/handoffs/{id}/reject", Right.AGENT, "as", "reason"),
    /// What a run stops at.
    GATE_LIST(Method.GET, "/v1/runs/{run}/gates", Right.READ),
    /// Votes for.
    GATE_APPROVE(Method.PUT, "/v1/runs/{run}/gates/{gate}/approve", Right.APPROVE, "as", "reason"),
    /// Votes against.
    GATE_REJECT(Method.PUT, "/v1/runs/{run}/gates/{gate}/reject", Right.APPROVE, "as", "reason"),
    /// Opens a rejected gate for another vote.
    GATE_REOPEN(Method.PUT, "/v1/runs/{run}/gates/{gate}/reopen", Right.APPROVE, "as", "reason"),
    /// Lets another vote.
    GATE_DELEGATE(Method.PUT, "/v1/runs/{run}/gates/{gate}/delegate", Right.APPROVE, "as", "to", "reason"),
    /// Tells that something happened, or what a metric measured.
    GATE_TELL(Method.POST, "/v1/runs/{run}/signals", Right.AGENT, "as", "name", "value"),
    /// What keeps tasks from beginning.
    BLOCKER_LIST(Method.GET, "/v1/runs/{run}/blockers", Right.READ),
    /// Something is in the way.
    BLOCKER_RAISE(
            Method.POST,
            "/v1/runs/{run}/blockers",
            Right.AGENT,
            "as",
            "title",
            "severity",
            "tasks",
            "impact",
            "delay",
            "mitigation",
            "workaround",
            "action"),
    /// A blocker is over.
    BLOCKER_RESOLVE(Method.PUT, "/v1/runs/{run}/blockers/{id}/resolve", Right.AGENT, "as", "how"),
    /// Conflicts, and where they stand.
    CONFLICT_LIST(Method.GET, "/v1/runs/{run}/conflicts", Right.READ),
    /// There is a conflict.
    CONFLICT_RAISE(Method.POST, "/v1/runs/{run}/conflicts", Right.AGENT, "as", "about", "kind", "sides", "metrics"),
    /// One task should come before another.
    CONFLICT_RANK(Method.POST, "/v1/runs/{run}/rankings", Right.AGENT, "as", "first", "then"),
    /// What a side measured.
    CONFLICT_EVIDENCE(Method.POST, "/v1/runs/{run}/conflicts/{id}/evidence", Right.AGENT, "as", "values"),
    /// Decides a conflict.
    CONFLICT_DECIDE(Method.PUT, "/v1/runs/{run}/conflicts/{id}/decide", Right.AGENT, "as", "for", "rationale"),
    /// A conflict is over.
    CONFLICT_RESOLVE(Method.PUT, "/v1/runs/{run}/conflicts/{id}/resolve", Right.AGENT, "as", "how"),
    /// Agenda and minutes of a day's meeting.
    MEETING(Method.GET, "/v1/runs/{run}/meetings/{meeting}", Right.READ, "date", "ics"),
    /// A meeting was held.
    MEETING_HOLD(Method.PUT, "/v1/runs/{run}/meetings/{meeting}/hold", Right.AGENT, "date", "ics"),
    /// What happened in a run, line by line, or as a stream that goes on.
    LOG(Method.GET, "/v1/runs/{run}/events", Right.READ, "after"),
    /// Whether the chain of the journal holds.
    LOG_VERIFY(Method.GET, "/v1/log/verify", Right.READ),
    /// Every entry of the journal, line by line.
    LOG_EXPORT(Method.GET, "/v1/log", Right.READ);

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

    /// True if it is answered line by line.
    public boolean isOfLines() {
        return this == LOG || this == LOG_EXPORT;
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
