package muster.yaml;

import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.observation.Redaction;
import muster.plan.Address;
import muster.plan.Probing;
import muster.plan.Target;
import muster.plan.TargetId;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Machines that probes look at.
final class TargetForms {
    /// Whoever writes a password into an address must not find it in a message.
    private static final Redaction SHAPES = Redaction.of(Set.of());

    private static final Form<Address> ADDRESS = new AddressForm();

    private static final Field<Target, TargetId> ID =
            Field.required("id", NameForm.declares(Kind.TARGET, TargetId::new), Target::id, "names the machine");
    private static final Field<Target, Address> WHERE =
            Field.required("address", ADDRESS, Target::address, "where it is");

    static final Form<Target> TARGET =
            new EntryForm<>("target", List.of(ID, WHERE), entry -> new Target(entry.get(ID), entry.get(WHERE)));

    /// The name of a target in an expectation.
    static final Form<TargetId> NAME = NameForm.refers(Kind.TARGET, TargetId::new);

    private TargetForms() {}

    /// The name of the machine that a probe looks at, for writing.
    static @Nullable TargetId named(Probing probing) {
        return probing.target() == null ? null : probing.target().id();
    }

    /// A target of this name among all of a file; none for none. One that is not declared is a problem
    /// already told.
    static @Nullable Target resolved(@Nullable TargetId name, List<Target> all) {
        return name == null
                ? null
                : all.stream().filter(one -> one.id().equals(name)).findFirst().orElse(Target.named(name));
    }

    private record AddressForm() implements Form<Address> {
        @Override
        public @Nullable Address read(Value value) {
            var text = value.scalar(Tag.STR);
            var address = text == null ? null : Address.of(text);
            if (address == null) {
                value.wrong(
                        value.label() + " must be " + says() + ", got " + SHAPES.redact(value.shown()),
                        text != null
                                        && text.contains("@")
                                        && text.replaceAll("@.*", "").lastIndexOf(':') > 5
                                ? "Maybe it holds a password; keys alone are used"
                                : null);
            }
            return address;
        }

        @Override
        public Object write(Address address) {
            return address.toString();
        }

        @Override
        public Map<String, Object> schema(Definitions definitions) {
            return Definitions.ordered("type", "string", "pattern", "^(local|ssh://.+|docker://.+)$");
        }

        @Override
        public String says() {
            return Address.SHAPE;
        }
    }
}
