"""First process of a sandbox: fills the project's copy, runs one command within limits, ends all it has started, and
says which files have changed. The command runs as the same user, so this process is made unreadable to it, holds all it
knows in memory, and signs its last word with a number that only its caller knows. Any trouble here is an exit status."""

import base64
import ctypes
import json
import os
import resource
import select
import signal
import stat
import struct
import sys
import time

WORK = b"/work"
NAMES_TOLD = 1000  # changed files that are named
NAME_TOLD = 400  # bytes of a name that are told
LOOK = 100  # milliseconds between two looks at the memory
FLOOD = 16 << 20  # bytes printed after which a command is ended
UNDUMPABLE = 4  # PR_SET_DUMPABLE


def read(count):
    piece = sys.stdin.buffer.read(count)
    if len(piece) != count:
        sys.exit(3)
    return piece


def received():
    """One frame after another: kind, length of the name, name, length of the content, content."""
    while True:
        kind, length = struct.unpack(">BI", read(5))
        if kind == 0:
            return
        name = read(length)
        yield kind, os.path.join(WORK, name), struct.unpack(">Q", read(8))[0]


def fill():
    for kind, path, size in received():
        if kind == 1:
            os.mkdir(path, 0o777)
        elif kind == 4:
            os.symlink(read(size), path)
        else:
            with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o777 if kind == 3 else 0o666), "wb") as file:
                while size > 0:
                    file.write(read(min(size, 1 << 16)))
                    size -= min(size, 1 << 16)


def stamps():
    """Files by path, walked by steps down and up, so that no depth is too deep."""
    found, path, todo = {}, [], []
    os.chdir(WORK)
    pending = [here(found, path)]
    while pending:
        if not pending[-1]:
            pending.pop()
            if path:
                path.pop()
                os.chdir(b"..")
            continue
        name = pending[-1].pop()
        os.chmod(name, 0o700)
        os.chdir(name)
        path.append(name)
        pending.append(here(found, path))
    return found


def here(found, path):
    """Notes the files of this folder; the folders in it."""
    folders = []
    with os.scandir(b".") as entries:
        for entry in entries:
            seen = entry.stat(follow_symlinks=False)
            if stat.S_ISDIR(seen.st_mode):
                folders.append(entry.name)
            else:
                found[tuple(path) + (entry.name,)] = (seen.st_ino, seen.st_size, seen.st_ctime_ns)
    return folders


def changed(before, after):
    names = [b"/".join(path)[:NAME_TOLD] for path in after if after[path] != before.get(path)]
    names += [b"/".join(path)[:NAME_TOLD] for path in before if path not in after]
    return sorted(names)


def limit(limits):
    cpu = limits["cpu"]
    for kind, soft, hard in (
            (resource.RLIMIT_CPU, cpu, cpu + 1), (resource.RLIMIT_AS, limits["memory"], limits["memory"]),
            (resource.RLIMIT_NPROC, limits["processes"], limits["processes"]),
            (resource.RLIMIT_FSIZE, limits["file"], limits["file"]),
            (resource.RLIMIT_NOFILE, limits["files"], limits["files"]), (resource.RLIMIT_CORE, 0, 0)):
        resource.setrlimit(kind, (soft, hard))


class Printed:
    """What the command prints, handed on until it is far too much."""

    def __init__(self):
        self.poll, self.targets, self.count, self.ends = select.poll(), {}, 0, []
        for target in (1, 2):
            source, end = os.pipe()
            self.targets[source] = target
            self.ends.append(end)
            self.poll.register(source, select.POLLIN)

    def begun(self):
        for end in self.ends:
            os.close(end)

    def hand_on(self, milliseconds):
        if not self.targets:
            time.sleep(milliseconds / 1000)
        for source, _ in self.poll.poll(milliseconds) if self.targets else ():
            piece = os.read(source, 1 << 16)
            self.count += len(piece)
            if not piece:
                self.poll.unregister(source)
                del self.targets[source]
            while piece and self.count <= FLOOD:
                piece = piece[os.write(self.targets[source], piece):]

    def rest(self):
        while self.targets and self.count <= FLOOD:
            self.hand_on(1000)


def start(argv, limits, printed):
    child = os.fork()
    if child:
        return child
    try:
        os.dup2(os.open("/dev/null", os.O_RDONLY), 0)
        os.dup2(printed.ends[0], 1)
        os.dup2(printed.ends[1], 2)
        for number in (signal.SIGPIPE, signal.SIGXFSZ, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        os.setsid()
        os.chdir(WORK)
        limit(limits)
        os.execvp(argv[0], argv)
    except OSError as error:
        os.write(2, f"{argv[0]}: {error.strerror}\n".encode())
    finally:
        os._exit(127)


def resident():
    """Bytes that all processes here hold together; what they share counts for each."""
    pages = 0
    for name in os.listdir("/proc"):
        if name.isdigit() and name != "1":
            try:
                with open(f"/proc/{name}/statm") as file:
                    pages += int(file.read().split()[1])
            except (OSError, IndexError):
                continue  # it has ended meanwhile
    return pages * resource.getpagesize()


def watch(child, limits, printed):
    """How it ended, and its exit status, 128 and the signal's number if it was killed."""
    begin = looked = time.monotonic()
    while True:
        printed.hand_on(LOOK)
        code = exit_of(child)
        if code is not None:
            return "cpu" if code == 128 + signal.SIGXCPU else "exit", code
        now = time.monotonic()
        if printed.count > FLOOD:
            return "output", 137
        if now - begin > limits["wall"]:
            return "wall", 137
        if now - looked > LOOK / 1000:
            if resident() > limits["resident"]:
                return "memory", 137
            looked = now


def exit_of(child):
    """The child's status once it has ended; whatever else has ended here is let go."""
    while True:
        ended, status = os.waitpid(-1, os.WNOHANG)
        if ended == child:
            code = os.waitstatus_to_exitcode(status)
            return code if code >= 0 else 128 - code
        if ended == 0:
            return None


def end_all():
    while True:
        try:
            os.kill(-1, signal.SIGKILL)
        except ProcessLookupError:
            pass
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def is_full():
    seen = [os.statvfs(folder) for folder in (WORK, "/tmp", "/dev/shm")]
    return any(one.f_bavail * 64 < one.f_blocks or one.f_favail * 64 < one.f_files for one in seen)


def brought(wanted, most):
    """Files that are to be handed out, without following links; None if they are too much. A name that is no text stays."""
    files, size = [], 0
    for path in wanted:
        for folder, folders, names in os.walk(path) if os.path.isdir(path) else (("", [], [path]),):
            folders.sort()
            for name in sorted(names):
                file = os.path.join(folder, name)
                content = plain(file, most - size)
                if content is None:
                    continue
                size += len(content)
                if size > most:
                    return None
                files.append([file, base64.b64encode(content).decode()])
    return files


def plain(file, most):
    """The content of an ordinary file that no link leads to, and one byte more than is allowed if it is larger."""
    try:
        file.encode()
        if os.path.realpath(file) != os.path.join(os.path.realpath("."), os.path.normpath(file)):
            return None
        if not stat.S_ISREG(os.lstat(file).st_mode):
            return None
        with open(file, "rb") as opened:
            return opened.read(most + 1)
    except (OSError, UnicodeError):
        return None


def main():
    ctypes.CDLL(None).prctl(UNDUMPABLE, 0, 0, 0, 0)
    os.umask(0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    order = json.loads(read(struct.unpack(">I", read(4))[0]))
    try:
        fill()
    except OSError:
        sys.exit(4)
    before = stamps()
    begin = time.monotonic()
    printed = Printed()
    child = start(order["argv"], order["limits"], printed)
    printed.begun()
    how, code = watch(child, order["limits"], printed)
    end_all()
    printed.rest()
    took = time.monotonic() - begin
    full = is_full()
    names = changed(before, stamps())
    os.chdir(WORK)
    files = brought(order["bring"], order["most"]) if (how, code) == ("exit", 0) else []
    word = json.dumps({"end": how, "exit": code, "micros": int(took * 1e6), "full": full, "changes": len(names),
                       "brought": files or [], "heavy": files is None,
                       "changed": [name.decode("utf-8", "replace") for name in names[:NAMES_TOLD]]})
    with open(1, "wb", closefd=False) as out:
        out.write(f"{word}{order['nonce']}{len(word):010d}".encode())


main()
