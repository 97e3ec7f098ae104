/** Processes under control: every one has a wall limit and an end, and untrusted ones run without network in a copy. */
@NullMarked
package muster.sandbox;

import org.jspecify.annotations.NullMarked;
