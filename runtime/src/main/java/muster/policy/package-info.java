/** Decision policies: rules in CEL over the figures of an audit, checked when they are read. */
@NullMarked
package muster.policy;

import org.jspecify.annotations.NullMarked;
