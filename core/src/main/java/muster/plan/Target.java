package muster.plan;

/// A machine that probes look at.
///
/// @param id as expectations name it
public record Target(TargetId id, Address address) {

    /// A name whose address stands elsewhere in the plan.
    public static Target named(TargetId id) {
        return new Target(id, new Address.Local());
    }

    /// Whether it is another machine than this.
    public boolean isElsewhere() {
        return !(address instanceof Address.Local);
    }
}
