/** What performs the actions of steps: commands, statements, requests, branches, agents and packs. */
@NullMarked
package muster.actions;

import org.jspecify.annotations.NullMarked;
