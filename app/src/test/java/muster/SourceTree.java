package muster;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/// The project's own sources as measured by the compiler's parser: what [CodeShapeTest] holds its budget against.
final class SourceTree {

    /// A type as written. `exposed` means public, with every type around it public too.
    record Type(String name, Tree.Kind kind, boolean exposed, boolean isAbstract, boolean documented) {}

    /// A method as written. `lines` are those strictly inside its braces; `depth` the deepest nesting of control flow.
    record Method(String name, long lines, int parameters, int depth) {}

    final List<Path> files;
    final List<Type> types = new ArrayList<>();
    final List<Method> methods = new ArrayList<>();

    private SourceTree(List<Path> files) {
        this.files = files;
    }

    /// The checkout's root: the nearest folder above the module that holds the launcher.
    static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    static SourceTree ofMainCode() {
        try (var walk = Files.walk(root())) {
            var tree = new SourceTree(walk.filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList());
            tree.parse();
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void parse() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            var trees = Trees.instance(task);
            for (var unit : task.parse()) {
                new Walk(unit, trees).scan(unit, null);
            }
        }
    }

    private final class Walk extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final Trees trees;

        Walk(CompilationUnitTree unit, Trees trees) {
            this.unit = unit;
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            if (!type.getSimpleName().isEmpty()) {
                var documented = trees.getDocComment(getCurrentPath()) != null;
                var flags = type.getModifiers().getFlags();
                var isAbstract = type.getKind() == Tree.Kind.CLASS && flags.contains(Modifier.ABSTRACT);
                types.add(new Type(place(type.getSimpleName()), type.getKind(), exposed(), isAbstract, documented));
            }
            return super.visitClass(type, null);
        }

        private boolean exposed() {
            for (var path = getCurrentPath(); path != null; path = path.getParentPath()) {
                if (path.getLeaf() instanceof ClassTree type
                        && !visible(type, path.getParentPath().getLeaf())) {
                    return false;
                }
            }
            return true;
        }

        private boolean visible(ClassTree type, Tree parent) {
            return type.getModifiers().getFlags().contains(Modifier.PUBLIC)
                    || (parent instanceof ClassTree around && around.getKind() == Tree.Kind.INTERFACE);
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            var body = method.getBody();
            if (body != null && trees.getSourcePositions().getEndPosition(unit, body) >= 0) {
                methods.add(new Method(place(method.getName()), lines(body), parameters(method), new Depth().of(body)));
            }
            return super.visitMethod(method, null);
        }

        private int parameters(MethodTree method) {
            var constructor = method.getName().contentEquals("<init>");
            var ofRecord = ((ClassTree) getCurrentPath().getParentPath().getLeaf()).getKind() == Tree.Kind.RECORD;
            return constructor && ofRecord ? 0 : method.getParameters().size();
        }

        private long lines(Tree body) {
            var positions = trees.getSourcePositions();
            var first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, body));
            var last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, body) - 1);
            return Math.max(1, last - first - 1);
        }

        private String place(CharSequence name) {
            return Path.of(unit.getSourceFile().getName()).getFileName() + "#" + name;
        }
    }

    /// Counts nested `if`, loops and `switch`; an `else if` continues its `if`.
    private static final class Depth extends TreeScanner<Void, Void> {
        private int now;
        private int deepest;

        int of(Tree body) {
            scan(body, null);
            return deepest;
        }

        private void inside(Runnable scan) {
            now++;
            deepest = Math.max(deepest, now);
            scan.run();
            now--;
        }

        @Override
        public Void visitIf(IfTree tree, Void unused) {
            inside(() -> scan(tree.getThenStatement(), null));
            StatementTree otherwise = tree.getElseStatement();
            if (otherwise instanceof IfTree) {
                scan(otherwise, null);
            } else if (otherwise != null) {
                inside(() -> scan(otherwise, null));
            }
            return null;
        }

        @Override
        public Void visitForLoop(ForLoopTree tree, Void unused) {
            inside(() -> super.visitForLoop(tree, null));
            return null;
        }

        @Override
        public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
            inside(() -> super.visitEnhancedForLoop(tree, null));
            return null;
        }

        @Override
        public Void visitWhileLoop(WhileLoopTree tree, Void unused) {
            inside(() -> super.visitWhileLoop(tree, null));
            return null;
        }

        @Override
        public Void visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
            inside(() -> super.visitDoWhileLoop(tree, null));
            return null;
        }

        @Override
        public Void visitSwitch(SwitchTree tree, Void unused) {
            inside(() -> super.visitSwitch(tree, null));
            return null;
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree tree, Void unused) {
            inside(() -> super.visitSwitchExpression(tree, null));
            return null;
        }

        @Override
        public Void visitClass(ClassTree tree, Void unused) {
            return null;
        }
    }
}
