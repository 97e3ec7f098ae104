/** The documents of an audit: Markdown by template and one JSON, each a pure function of plan, audit and answers. */
@NullMarked
package muster.report;

import org.jspecify.annotations.NullMarked;
