/** Reads a plan out of a Markdown document: text put right, blocks with lines, extractors, one plan. */
@NullMarked
package muster.markdown;

import org.jspecify.annotations.NullMarked;
