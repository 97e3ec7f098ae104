/** The journal: what happened in every run, kept in order, chained by hashes, in memory or in an SQLite file. */
@NullMarked
package muster.storage;

import org.jspecify.annotations.NullMarked;
