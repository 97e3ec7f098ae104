package muster.packs.warehouse.naming;

/// How a name misses the standard.
public enum Code {
    /// An upper-case letter.
    CASE,
    /// A separator other than one underscore.
    SEPARATOR,
    /// The variant is not in the name.
    VARIANT_MISSING,
    /// The name ends in a window.
    WINDOW_SUFFIX,
    /// Components that are to ascend do not.
    ORDER,
    /// The components fill the form in another order; only where the form names no variant.
    ARRANGEMENT,
    /// A component is in no list of the standard.
    UNKNOWN_COMPONENT,
    /// Known components in a form that no rule allows.
    SHAPE,
    /// The standard has no rule for the family.
    NO_RULE,
    /// A column's first component has a digit.
    FIRST_TOKEN,
    /// A column does not end in a window.
    WINDOW_MISSING
}
