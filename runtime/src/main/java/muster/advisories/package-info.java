/** Known vulnerabilities of packages, from records in the OSV format that the operator has brought along. */
@NullMarked
package muster.advisories;

import org.jspecify.annotations.NullMarked;
