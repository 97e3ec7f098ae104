/** What documents of a repository state, set against its files, its history, evidence, and each other. */
@NullMarked
package muster.claims;

import org.jspecify.annotations.NullMarked;
