package muster.yaml;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import muster.plan.AgentId;
import muster.plan.Ids;
import muster.plan.ItemId;
import muster.plan.Problem;
import muster.plan.Source;
import muster.plan.Waiver;
import muster.policy.Conditions;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Accepted exceptions.
final class WaiverForms {
    private static final Field<Waiver, ItemId> ID =
            Field.required("id", NameForm.declares(Kind.WAIVER, ItemId::new), Waiver::id, "names the waiver");
    private static final Field<Waiver, List<String>> EXPECTATIONS = Field.required(
            "expectations",
            new ListForm<>(new CoveredForm(), 1),
            Waiver::expectations,
            "what it covers; `abc*` covers every expectation whose id begins with `abc`");
    private static final Field<Waiver, String> REASON =
            Field.required("reason", TextForm.SOME, Waiver::reason, "why it may be unmet");
    private static final Field<Waiver, AgentId> OWNER =
            Field.required("owner", NameForm.refers(Kind.AGENT, AgentId::new), Waiver::owner, "who answers for it");
    private static final Field<Waiver, AgentId> APPROVER = Field.required(
            "approver",
            NameForm.refers(Kind.AGENT, AgentId::new),
            Waiver::approver,
            "who accepted it; never the owner");
    private static final Field<Waiver, Instant> EXPIRES =
            Field.required("expires", Times.INSTANT, Waiver::expires, "from when it no longer counts");
    private static final Field<Waiver, @Nullable String> CONDITION = Field.optional(
            "condition",
            new ConditionForm(Conditions::problems, "openP0 <= 2"),
            Waiver::condition,
            "CEL over the figures of the audit without waivers; while it does not hold the waiver does not count");
    private static final Field<Waiver, @Nullable Source> SOURCE =
            Field.optional("source", Sources.SOURCE, Waiver::source, Sources.SAYS);

    static final Form<Waiver> WAIVER = new EntryForm<>(
            "waiver",
            List.of(ID, EXPECTATIONS, REASON, OWNER, APPROVER, EXPIRES, CONDITION, SOURCE),
            entry -> new Waiver(
                    entry.get(ID),
                    entry.get(EXPECTATIONS),
                    entry.get(REASON),
                    entry.get(OWNER),
                    entry.get(APPROVER),
                    entry.get(EXPIRES),
                    entry.get(CONDITION),
                    entry.get(SOURCE)));

    private WaiverForms() {}

    /// One problem for each waiver that its own owner has approved.
    static List<Problem> selfApproved(List<Waiver> waivers, Names names) {
        return waivers.stream()
                .filter(waiver -> waiver.owner().equals(waiver.approver()))
                .flatMap(waiver -> Stream.ofNullable(
                                names.declared(Kind.WAIVER, waiver.id().value()))
                        .map(at -> new Problem(
                                at,
                                "waiver '" + waiver.id() + "' is approved by its own owner '" + waiver.owner() + "'",
                                "Maybe name as approver whoever bears the risk")))
                .toList();
    }

    /// The id of an expectation, or how ids begin, with a star.
    private record CoveredForm() implements Form<String> {
        private static final int LONGEST = Kind.EXPECTATION.longest();

        @Override
        public @Nullable String read(Value value) {
            var text = value.scalar(Tag.STR);
            var name = text != null && text.endsWith("*") ? text.substring(0, text.length() - 1) : text;
            if (name == null || !(Ids.isId(name) || (text != null && text.equals("*"))) || name.length() > LONGEST) {
                value.unexpected(says());
                return null;
            }
            if (name.equals(text)) {
                value.reading().names().refer(Kind.EXPECTATION, name, value);
            }
            return text;
        }

        @Override
        public Object write(String value) {
            return value;
        }

        @Override
        public Map<String, Object> schema(Definitions definitions) {
            return Definitions.ordered(
                    "type", "string", "pattern", "^([a-z0-9][a-z0-9._:-]{0," + (LONGEST - 1) + "}[*]?|[*])$");
        }

        @Override
        public String says() {
            return "the id of an expectation, or the beginning of ids and a star";
        }
    }
}
