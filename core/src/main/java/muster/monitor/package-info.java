/** What is measured, from where, and when a measurement is news to a team. */
@NullMarked
package muster.monitor;

import org.jspecify.annotations.NullMarked;
