/** The tables and columns that SQL names, held against the connected databases and the naming rule. */
@NullMarked
package muster.probes.scripts.sql;

import org.jspecify.annotations.NullMarked;
