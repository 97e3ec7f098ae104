package muster.probes.scripts;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.Writer;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import muster.audit.Finding;
import muster.observation.Findings;
import muster.observation.Ground;
import muster.observation.Looked;
import muster.probes.scripts.reading.Reading;

/// Reads a Java source with the compiler's parser, where this is a JDK; nothing is compiled. What it imports is
/// looked for in the JDK, in the project, and among the groups that its build files declare.
record JavaReader(Ground ground) {
    /// Longer files are generated; the parser takes a hundred times their size.
    private static final int LONGEST = 2 << 20;

    private static final Pattern GROUP = Pattern.compile(
            "<groupId>\\s{0,20}([\\w.-]{1,200})\\s{0,20}</groupId>|[\"']([\\w.-]{1,100}):[\\w.-]{1,100}:");
    private static final Set<String> OF_THE_JDK = ModuleFinder.ofSystem().findAll().stream()
            .flatMap(module -> module.descriptor().packages().stream())
            .collect(Collectors.toUnmodifiableSet());

    Reading read(Looked.Found file) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return Reading.unread(file.path(), "it cannot be parsed without a JDK");
        }
        if (file.content().remaining() > LONGEST) {
            return Reading.unread(file.path(), "it is longer than " + LONGEST + " bytes");
        }
        var problems = new DiagnosticCollector<JavaFileObject>();
        var source = new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return file.text();
            }
        };
        var task = (JavacTask)
                compiler.getTask(Writer.nullWriter(), null, problems, List.of("-proc:none"), null, List.of(source));
        try {
            var units = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(units::add);
            return read(file, units, Trees.instance(task), problems);
        } catch (IOException e) {
            return Reading.unread(file.path(), String.valueOf(e.getMessage()));
        } catch (StackOverflowError | IllegalStateException e) {
            return Reading.unread(file.path(), "it is nested too deeply for the parser");
        }
    }

    private Reading read(
            Looked.Found file,
            List<CompilationUnitTree> units,
            Trees trees,
            DiagnosticCollector<JavaFileObject> problems) {
        var errors = problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .map(problem -> finding(file, problem))
                .toList();
        var references = new ArrayList<Finding>();
        var imported = new TreeSet<String>();
        for (var unit : units) {
            for (var one : unit.getImports()) {
                var name = one.getQualifiedIdentifier().toString();
                long line = unit.getLineMap()
                        .getLineNumber(trees.getSourcePositions().getStartPosition(unit, one));
                imported.add(name);
                references.addAll(missing(name, file.path() + ":" + line));
            }
        }
        var attributes = new TreeMap<String, String>();
        attributes.put("dependencies", String.join(", ", imported));
        return new Reading(errors, references, List.of(), attributes, Reading.Way.NONE);
    }

    private List<Finding> missing(String name, String place) {
        if (isOfTheJdk(name) || isHere(name)) {
            return List.of();
        }
        var own =
                ground.files(path -> path.endsWith(".java")).stream().anyMatch(path -> path.contains("/" + root(name)));
        if (own) {
            return List.of(
                    Findings.defect("missing-module", place, name + " is not in the project, whose package it is"));
        }
        boolean declared = groups().stream().anyMatch(group -> name.startsWith(group) || shares(name, group));
        return declared
                ? List.of()
                : List.of(Findings.remark(
                        "undeclared-import", place, "no group that the build files declare has a name like " + name));
    }

    private static boolean isOfTheJdk(String name) {
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            if (OF_THE_JDK.contains(name.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }

    /// A class, a member of one, or a whole package of the project.
    private boolean isHere(String name) {
        var path = name.replace('.', '/');
        if (path.endsWith("/*")) {
            var folder = "/" + path.substring(0, path.length() - 1);
            return isClass(path.substring(0, path.length() - 2))
                    || !ground.files(file -> file.endsWith(".java") && ("/" + file).contains(folder))
                            .isEmpty();
        }
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (isClass(path.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private boolean isClass(String path) {
        return !ground.files(file -> ("/" + file).endsWith("/" + path + ".java"))
                .isEmpty();
    }

    private Set<String> groups() {
        var groups = new TreeSet<String>();
        ground.files(path -> path.endsWith("pom.xml") || path.endsWith(".gradle") || path.endsWith(".gradle.kts"))
                .forEach(path -> {
                    if (ground.look(path) instanceof Looked.Found file) {
                        GROUP.matcher(file.text())
                                .results()
                                .forEach(match -> groups.add(match.group(1) == null ? match.group(2) : match.group(1)));
                    }
                });
        return groups;
    }

    /// `com.google.common` comes from the group `com.google.guava`: the first two parts are an owner's.
    private static boolean shares(String name, String group) {
        var first = root(name);
        return root(group + ".x").equals(first);
    }

    private static String root(String name) {
        var parts = name.split("\\.", -1);
        return parts[0] + "/" + (parts.length > 1 ? parts[1] : "");
    }

    private static Finding finding(Looked.Found file, Diagnostic<?> problem) {
        return Findings.defect(
                "syntax-error", file.path() + ":" + problem.getLineNumber(), problem.getMessage(Locale.ROOT));
    }
}
