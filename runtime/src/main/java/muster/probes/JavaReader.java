package muster.probes;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import muster.audit.Finding;
import muster.observation.Findings;
import muster.observation.Looked;

/// Reads a Java source with the compiler's parser, where this is a JDK; nothing is compiled.
final class JavaReader {
    private JavaReader() {}

    static Reading read(Looked.Found file) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return Reading.broken(file.path(), "it cannot be parsed without a JDK");
        }
        var problems = new DiagnosticCollector<JavaFileObject>();
        var source = new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return file.text();
            }
        };
        var task = (JavacTask) compiler.getTask(null, null, problems, List.of("-proc:none"), null, List.of(source));
        try {
            task.parse();
        } catch (IOException e) {
            return Reading.broken(file.path(), String.valueOf(e.getMessage()));
        }
        var errors = problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .map(problem -> finding(file, problem))
                .toList();
        return new Reading(errors, List.of(), List.of(), new TreeMap<>(), Reading.Way.NONE);
    }

    private static Finding finding(Looked.Found file, Diagnostic<?> problem) {
        return Findings.defect(
                "syntax-error", file.path() + ":" + problem.getLineNumber(), problem.getMessage(Locale.ROOT));
    }
}
