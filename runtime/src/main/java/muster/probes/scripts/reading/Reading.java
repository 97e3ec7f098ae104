package muster.probes.scripts.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.audit.Finding;
import muster.observation.Findings;

/// What can be said of a script without running it.
///
/// @param syntax why it does not parse; if there are any, nothing else was looked at
/// @param references what it refers to and is not there
/// @param lints what it does wrong when it runs
/// @param attributes for the inventory of scripts
/// @param way how it can be run
public record Reading(
        List<Finding> syntax,
        List<Finding> references,
        List<Finding> lints,
        SortedMap<String, String> attributes,
        Way way) {

    /// Code of the finding that says why a file could not be read.
    public static final String UNREAD = "unread";

    /// How a script can be tried out.
    ///
    /// @param argv what runs it, without arguments; empty if it is nothing to be run
    /// @param help it answers `--help`
    /// @param dryRun it has the option `--dry-run`
    public record Way(List<String> argv, boolean help, boolean dryRun) {
        public static final Way NONE = new Way(List.of(), false, false);

        public Way {
            argv = List.copyOf(argv);
        }

        public List<String> with(List<String> arguments) {
            var all = new ArrayList<>(argv);
            all.addAll(arguments);
            return all;
        }
    }

    public Reading {
        syntax = List.copyOf(syntax);
        references = List.copyOf(references);
        lints = List.copyOf(lints);
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    public static Reading broken(String place, String message) {
        return new Reading(
                List.of(Findings.defect("syntax-error", place, message)),
                List.of(),
                List.of(),
                new TreeMap<>(),
                Way.NONE);
    }

    /// It cannot be told whether it parses.
    public static Reading unread(String place, String why) {
        return new Reading(
                List.of(Findings.remark(UNREAD, place, why)), List.of(), List.of(), new TreeMap<>(), Way.NONE);
    }

    /// Something that is read but never run.
    public static Reading of(List<Finding> references, List<Finding> lints) {
        return new Reading(List.of(), references, lints, new TreeMap<>(), Way.NONE);
    }
}
