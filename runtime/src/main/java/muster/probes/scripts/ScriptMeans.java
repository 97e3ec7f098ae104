package muster.probes.scripts;

import java.nio.file.Path;
import muster.probes.data.Catalogue;
import muster.probes.packages.InstalledPackages;
import muster.probes.scripts.sql.NameRule;
import muster.sandbox.Launcher;
import muster.sandbox.Trust;

/// By what means scripts are read and tried out; all of it comes from the operator, nothing from the scripts' folder.
///
/// @param python the interpreter that scripts are parsed and run with
/// @param catalogue of the connected databases, which tables and columns are looked up in
/// @param naming judges the names that scripts give to tables
/// @param trust what may be executed
/// @param reach whether scripts are tried out further than asked
public record ScriptMeans(
        Path python,
        Launcher launcher,
        InstalledPackages packages,
        Catalogue catalogue,
        NameRule naming,
        Trust trust,
        Reach reach) {}
