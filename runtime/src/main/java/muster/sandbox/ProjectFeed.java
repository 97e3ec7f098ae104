package muster.sandbox;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A project as the stream of frames from which the sandbox's watcher makes its copy; links stay links, which
/// lead nowhere there. Left out are devices and the like, folders of version control, of Muster itself and of
/// installed packages, and what lies too deep.
record ProjectFeed(List<Piece> pieces) {
    /// Deeper folders are no project's; each level also costs an open file while it is read.
    private static final int DEEPEST = 100;

    /// More than any audited project has had; each costs about 300 bytes while it is copied.
    private static final int MOST = 100_000;

    /// The kernel's limit on a path, with room for where the copy lies.
    private static final int LONGEST = 4_000;

    private static final Set<String> LEFT_OUT =
            Set.of(".git", ".hg", ".svn", ".muster", "node_modules", ".venv", "venv", "__pycache__", "target");

    enum Kind {
        END(0),
        FOLDER(1),
        FILE(2),
        PROGRAM(3),
        LINK(4);

        private final int code;

        Kind(int code) {
            this.code = code;
        }
    }

    /// @param name relative to the project, in the bytes that the file system has it in
    record Piece(Kind kind, ByteBuffer name, Path path, long size) {}

    /// @throws IOException if the project cannot be read or is larger than the limit; its message says so
    static ProjectFeed of(Path project, long limit) throws IOException {
        var listing = new Listing(project, limit);
        Files.walkFileTree(project, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, listing);
        return new ProjectFeed(listing.pieces);
    }

    void into(OutputStream stream) throws IOException {
        var out = new DataOutputStream(stream);
        for (var piece : pieces) {
            out.writeByte(piece.kind().code);
            out.writeInt(piece.name().remaining());
            out.write(
                    piece.name().array(),
                    piece.name().arrayOffset() + piece.name().position(),
                    piece.name().remaining());
            out.writeLong(piece.size());
            content(piece, out);
        }
        out.writeByte(Kind.END.code);
        out.writeInt(0);
        out.flush();
    }

    private static void content(Piece piece, DataOutputStream out) throws IOException {
        switch (piece.kind()) {
            case FILE, PROGRAM -> file(piece, out);
            case LINK -> out.write(target(piece.path()));
            case FOLDER, END -> {}
        }
    }

    /// As many bytes as were announced; a file that has shrunk meanwhile ends the copy.
    private static void file(Piece piece, DataOutputStream out) throws IOException {
        try (var in = Files.newInputStream(piece.path(), java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            long left = piece.size();
            var chunk = new byte[1 << 16];
            while (left > 0) {
                int count = in.read(chunk, 0, (int) Math.min(left, chunk.length));
                if (count < 0) {
                    throw new IOException(piece.path() + " has changed meanwhile");
                }
                out.write(chunk, 0, count);
                left -= count;
            }
        }
    }

    private static byte[] target(Path link) throws IOException {
        return Files.readSymbolicLink(link).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static final class Listing extends SimpleFileVisitor<Path> {
        private final List<Piece> pieces = new ArrayList<>();
        private final Path root;
        private final int prefix;
        private final long limit;
        private long bytes;

        Listing(Path root, long limit) {
            this.root = root;
            this.prefix = raw(root).length + 1;
            this.limit = limit;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes seen) throws IOException {
            if (folder.equals(root)) {
                return FileVisitResult.CONTINUE;
            }
            return LEFT_OUT.contains(folder.getFileName().toString()) || !add(Kind.FOLDER, folder, 0)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes seen) throws IOException {
            if (seen.isSymbolicLink()) {
                add(Kind.LINK, file, target(file).length);
            } else if (seen.isRegularFile() && Files.isReadable(file)) {
                bytes += seen.size();
                if (bytes > limit) {
                    throw new IOException("with " + root.relativize(file) + " it is larger than " + limit + " bytes");
                }
                add(Files.isExecutable(file) ? Kind.PROGRAM : Kind.FILE, file, seen.size());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        private boolean add(Kind kind, Path path, long size) throws IOException {
            var whole = raw(path);
            if (whole.length > LONGEST) {
                return false;
            }
            if (pieces.size() >= MOST) {
                throw new IOException("it has more than " + MOST + " files");
            }
            pieces.add(new Piece(kind, ByteBuffer.wrap(whole, prefix, whole.length - prefix), path, size));
            return true;
        }

        /// A path's own bytes, which need be no text: its URI has each in its escaped form.
        private static byte[] raw(Path path) {
            var uri = path.toUri().getRawPath();
            var ascii = (uri.endsWith("/") && uri.length() > 1 ? uri.substring(0, uri.length() - 1) : uri)
                    .getBytes(StandardCharsets.US_ASCII);
            var bytes = new byte[ascii.length];
            int count = 0;
            for (int i = 0; i < ascii.length; i++) {
                boolean escaped = ascii[i] == '%';
                bytes[count++] = escaped
                        ? (byte) Integer.parseInt(new String(ascii, i + 1, 2, StandardCharsets.US_ASCII), 16)
                        : ascii[i];
                i += escaped ? 2 : 0;
            }
            return java.util.Arrays.copyOf(bytes, count);
        }
    }
}
