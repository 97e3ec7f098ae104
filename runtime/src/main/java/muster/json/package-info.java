/** Evidence as canonical JSON: one text for one record, so that its hash can be checked by anybody. */
@NullMarked
package muster.json;

import org.jspecify.annotations.NullMarked;
