/** Reads planning tasks written in PDDL: a domain and a problem become one task whose names are resolved, or every problem with its place. */
@NullMarked
package muster.pddl;

import org.jspecify.annotations.NullMarked;
