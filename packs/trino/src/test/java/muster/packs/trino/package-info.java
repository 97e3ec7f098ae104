/** Trino, tested against a server that runs on this machine. */
@org.jspecify.annotations.NullMarked
package muster.packs.trino;
