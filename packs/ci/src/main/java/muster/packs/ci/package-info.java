/** The CI pack: optimisation of GitHub Actions workflows, seed 004's work; its actions come with a later version. */
@NullMarked
package muster.packs.ci;

import org.jspecify.annotations.NullMarked;
