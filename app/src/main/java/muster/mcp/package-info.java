/** Runs as tools of coding agents, by the Model Context Protocol over standard input and output. */
@NullMarked
package muster.mcp;

import org.jspecify.annotations.NullMarked;
