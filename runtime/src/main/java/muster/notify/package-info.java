/** Brings notices to people and programs outside, from an outbox that survives the process. */
@NullMarked
package muster.notify;

import org.jspecify.annotations.NullMarked;
