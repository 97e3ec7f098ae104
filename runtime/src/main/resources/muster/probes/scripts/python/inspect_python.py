"""Reads Python sources as JSON lines and says what each imports, declares, prints to SQL and gets wrong; runs none of it."""

import ast
import json
import re
import string
import sys

HOLE = "\ufffc"  # stands for what is known only when the program runs
DEPTH = 6  # calls that are followed to work out a text
TEXT_LIMIT = 20_000
MOST = 500  # of anything that is told of one file
INTERESTING = re.compile(r"\b(select|from|table|into|update|like|view|bq ls)\b", re.IGNORECASE)
SUCCESS = re.compile(r"\b(success\w*|done|complete[ds]?|finished|built|ok)\b|\u2705", re.IGNORECASE)
PAGE_LIMITS = {"max_results", "maxresults", "maxkeys", "maxitems", "limit", "per_page", "maxrecords", "pagesize"}
PAGE_TOKENS = re.compile(r"page_?token|next_?token|continuation|paginat|start_?after|cursor|offset", re.IGNORECASE)
QUIET = {"print", "debug", "info", "warning", "warn", "error", "exception", "log"}
TO_BE_WRITTEN = re.compile(r"\bTODO\b|\bFIXME\b|\bnot (yet )?(implemented|written)\b|\bto be (written|implemented|done)\b", re.IGNORECASE)
ROWS = re.compile(r"(?<![a-z])(rows?|records?|height|tuples?)(?![a-z])", re.IGNORECASE)
COUNTS = re.compile(r"(?<![a-z])(len|count\w*|rows?|records?|height|total\w*|n)(?![a-z])", re.IGNORECASE)
MERGES = re.compile(r"merg|join|consolidat|dedup|upsert|combin|migrat|unif|fus(e|ion)|destination|target", re.IGNORECASE)
APPENDS = re.compile(r"concat|append|extend|union.?all|split|partition|shard|chunk|batch|page|bucket|fold|group", re.IGNORECASE)
TELLS = {"warning", "warn", "error", "exception", "critical"}
CLEAN_UP = {"close", "unlink", "remove", "rmtree", "kill", "terminate", "rollback"}


def called(node):
    """The last name of what a call calls."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


class Module:
    def __init__(self, path, source):
        self.path = path
        self.lines = source.split("\n")
        self.tree = ast.parse(source, path)
        self.nodes, self.parents = [self.tree], {}
        for node in self.nodes:  # grows while it is walked
            for child in ast.iter_child_nodes(node):
                self.parents[child] = node
                self.nodes.append(child)
        self.functions = {node.name: node for node in self.tree.body if isinstance(node, ast.FunctionDef)}
        self.constants = self.module_constants()
        self.imported = {}
        for node in self.nodes:
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    self.imported[alias.asname or alias.name] = (node.module, alias.name)

    def module_constants(self):
        found, seen = {}, set()
        for node in self.tree.body:
            if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
                name = node.targets[0].id
                if name in seen:
                    found.pop(name, None)
                else:
                    found[name] = node.value
                seen.add(name)
        return found

    def enclosing(self, node, *kinds):
        while node in self.parents:
            node = self.parents[node]
            if isinstance(node, kinds):
                return node
        return None


class Texts:
    """Works out what a text will be, as far as that is known without running the program."""

    def __init__(self, modules):
        self.by_name = {}
        for module in modules:
            name = module.path[:-3].replace("/", ".")
            self.by_name[name] = module
            self.by_name.setdefault(name.rsplit(".", 1)[-1], module)

    def of(self, module, node, bound=None, depth=0):
        text = self.known(module, node, bound or {}, depth)
        return HOLE if text is None else text[:TEXT_LIMIT]

    def known(self, module, node, bound, depth):
        if depth > DEPTH:
            return None
        part = lambda piece: self.of(module, piece, bound, depth + 1)
        if isinstance(node, ast.Constant):
            return node.value if isinstance(node.value, str) else str(node.value)
        if isinstance(node, ast.JoinedStr):
            return "".join(part(piece) for piece in node.values)
        if isinstance(node, ast.FormattedValue):
            return part(node.value).replace("\n", " ")
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            return part(node.left) + part(node.right)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
            return re.sub(r"%(\(\w+\))?[sdrifgx]", HOLE, part(node.left)).replace("%%", "%")
        if isinstance(node, ast.Name):
            return self.named(module, node.id, bound, depth)
        if isinstance(node, ast.Call):
            return self.call(module, node, bound, depth)
        return None

    def named(self, module, name, bound, depth):
        if name in bound:
            return bound[name]
        if name in module.constants:
            return self.known(module, module.constants[name], {}, depth + 1)
        origin, remote = module.imported.get(name, (None, None))
        other = self.by_name.get(origin)
        if other and other is not module and remote in other.constants:
            return self.known(other, other.constants[remote], {}, depth + 1)
        return None

    def call(self, module, node, bound, depth):
        if isinstance(node.func, ast.Attribute):
            if node.func.attr == "format":
                return self.formatted(module, node, bound, depth)
            if node.func.attr in ("strip", "lstrip", "rstrip", "encode") and not node.args:
                return self.known(module, node.func.value, bound, depth + 1)
            if node.func.attr == "dedent" and node.args:
                return self.known(module, node.args[0], bound, depth + 1)
            return None
        if not isinstance(node.func, ast.Name):
            return None
        if node.func.id == "dedent" and node.args:
            return self.known(module, node.args[0], bound, depth + 1)
        home, function = self.function(module, node.func.id)
        if function is None:
            return None
        body = [step for step in function.body if not (isinstance(step, ast.Expr) and isinstance(step.value, ast.Constant))]
        if len(body) != 1 or not isinstance(body[0], ast.Return) or body[0].value is None:
            return None
        names = [argument.arg for argument in function.args.posonlyargs + function.args.args]
        given = dict.fromkeys(names, HOLE)
        given.update(zip(names, (self.of(module, argument, bound, depth + 1) for argument in node.args)))
        given.update((word.arg, self.of(module, word.value, bound, depth + 1)) for word in node.keywords if word.arg)
        return self.known(home, body[0].value, given, depth + 1)

    def function(self, module, name):
        if name in module.functions:
            return module, module.functions[name]
        origin, remote = module.imported.get(name, (None, None))
        other = self.by_name.get(origin)
        return (other, other.functions.get(remote)) if other else (None, None)

    def formatted(self, module, node, bound, depth):
        pattern = self.known(module, node.func.value, bound, depth + 1)
        if pattern is None:
            return None
        words = {word.arg: self.of(module, word.value, bound, depth + 1) for word in node.keywords if word.arg}
        places = [self.of(module, argument, bound, depth + 1) for argument in node.args]
        text, turn = "", 0
        try:
            for literal, field, _, _ in string.Formatter().parse(pattern):
                text += literal
                if field is None:
                    continue
                if field == "":
                    field, turn = str(turn), turn + 1
                place = int(field) if field.isdigit() else -1
                text += places[place] if 0 <= place < len(places) else words.get(field, HOLE)
        except ValueError:
            return None
        return text


def texts(module, worker):
    found = []

    def visit(node, inside):
        textual = isinstance(node, (ast.JoinedStr, ast.BinOp)) or (
            isinstance(node, ast.Constant) and isinstance(node.value, str)) or (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format")
        if textual and not inside and not is_docstring(module, node):
            text = worker.of(module, node)
            if INTERESTING.search(text):
                found.append({"line": node.lineno, "last": node.end_lineno or node.lineno, "text": text})
        for child in ast.iter_child_nodes(node):
            visit(child, textual and not isinstance(node, ast.FormattedValue) and not isinstance(child, ast.FormattedValue)
                  if not isinstance(child, (ast.ListComp, ast.GeneratorExp)) else False)

    visit(module.tree, False)
    return found


def is_docstring(module, node):
    return isinstance(module.parents.get(node), ast.Expr)


def imports(module):
    found = []
    for node in module.nodes:
        if isinstance(node, ast.Import):
            names = [(alias.name, [alias.name]) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            joint = "" if base.endswith(".") else "."
            names = [(base, [base] + [base + joint + alias.name for alias in node.names])]
        else:
            continue
        test = module.enclosing(node, ast.If)
        if test is not None and "TYPE_CHECKING" in ast.dump(test.test):
            continue
        attempt = module.enclosing(node, ast.Try)
        guarded = attempt is not None and any(
            handler.type is None or re.search("ImportError|ModuleNotFoundError|Exception", ast.dump(handler.type))
            for handler in attempt.handlers)
        deferred = module.enclosing(node, ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda) is not None
        for name, forms in names:
            found.append({"name": name, "forms": forms, "line": node.lineno, "deferred": deferred, "guarded": guarded})
    return found


def arguments(module):
    read = {node.attr for node in module.nodes if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)}
    keys = {node.slice.value for node in module.nodes
            if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant)}
    keys |= {node.args[1].value for node in module.nodes
             if isinstance(node, ast.Call) and called(node) == "getattr" and len(node.args) > 1
             and isinstance(node.args[1], ast.Constant)}
    escaped = namespace_escapes(module)
    found = []
    for node in module.nodes:
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if node.func.attr not in ("add_argument", "option", "argument"):
            continue
        flags = [argument.value for argument in node.args if isinstance(argument, ast.Constant) and isinstance(argument.value, str)]
        if not flags:
            continue
        words = {word.arg: word.value for word in node.keywords}
        action = words.get("action")
        if isinstance(action, ast.Constant) and action.value in ("help", "version"):
            continue
        dest = words.get("dest")
        if isinstance(dest, ast.Constant):
            dest = dest.value
        else:
            long = [flag for flag in flags if flag.startswith("--")] or flags
            dest = long[0].lstrip("-").replace("-", "_")
        if node.func.attr == "add_argument":
            used = dest in read or dest in keys or escaped
        else:
            function = module.parents.get(node)
            used = function is None or not isinstance(function, ast.FunctionDef) or any(
                isinstance(name, ast.Name) and name.id == dest for name in ast.walk(function))
        flag = next((flag for flag in flags if flag.startswith("--")), flags[0])
        found.append({"flag": flag, "dest": dest, "line": node.lineno, "read": bool(used)})
    return found


def namespace_escapes(module):
    """True if the values of the arguments may be read elsewhere."""
    names, parsed = set(), False
    for node in module.nodes:
        if not (isinstance(node, ast.Call) and called(node) in ("parse_args", "parse_known_args", "parse_intermixed_args")):
            continue
        parsed = True
        parent = module.parents.get(node)
        if isinstance(parent, ast.Subscript):
            parent = module.parents.get(parent)
        targets = parent.targets if isinstance(parent, ast.Assign) else []
        if not targets or any(word.arg == "namespace" for word in node.keywords):
            return not isinstance(parent, (ast.Expr, ast.Attribute))
        for target in targets:
            names |= {name.id for name in ast.walk(target) if isinstance(name, ast.Name)}
            if any(isinstance(piece, ast.Attribute) for piece in ast.walk(target)):
                return True
    if not parsed:
        return True
    for node in module.nodes:
        if isinstance(node, (ast.Return, ast.Yield)) and node.value is not None:
            if any(isinstance(piece, ast.Name) and piece.id in names
                   and not isinstance(module.parents.get(piece), ast.Attribute) for piece in ast.walk(node.value)):
                return True
        if not isinstance(node, ast.Call) or called(node) in ("print", "str", "repr"):
            continue
        if called(node) == "vars":
            return True
        if isinstance(node.func, ast.Name) and node.func.id in module.functions:
            continue
        given = list(node.args) + [word.value for word in node.keywords]
        if any(isinstance(value, ast.Name) and value.id in names for value in given):
            return True
    return False


def swallowed(module):
    runs = any(isinstance(node, ast.Call) and called(node) in ("ArgumentParser", "main") for node in module.nodes)
    claims = any(isinstance(node, ast.Call) and called(node) == "print" and SUCCESS.search(" ".join(literals(node)))
                 for node in module.nodes)
    for attempt in module.nodes:
        if not isinstance(attempt, ast.Try) or harmless(attempt) or only_reads(attempt):
            continue
        for handler in attempt.handlers:
            if not broad(handler) or not all(quiet(step) for step in handler.body):
                continue
            function = module.enclosing(attempt, ast.FunctionDef, ast.AsyncFunctionDef)
            dropped = claims and not any(tells(step) for step in handler.body)
            if runs and (dropped or (function is not None and answers_yes(function))):
                yield {"code": "swallowed-failure", "line": handler.lineno,
                       "message": "every failure is dropped here and success is reported all the same"}


def only_reads(attempt):
    """A look at an attribute or an element may well fail: nothing was being done."""
    return not any(isinstance(piece, (ast.Call, ast.Await, ast.With, ast.AsyncWith))
                   for step in attempt.body for piece in ast.walk(step))


def literals(node):
    return [piece.value for piece in ast.walk(node) if isinstance(piece, ast.Constant) and isinstance(piece.value, str)]


def broad(handler):
    names = {name.id for name in ast.walk(handler.type) if isinstance(name, ast.Name)} if handler.type else {"BaseException"}
    return bool(names & {"Exception", "BaseException"})


def quiet(step):
    if isinstance(step, (ast.Pass, ast.Continue)):
        return True
    if isinstance(step, ast.Return):
        return is_yes(step.value)
    if isinstance(step, ast.Expr) and isinstance(step.value, ast.Constant):
        return True
    return isinstance(step, ast.Expr) and isinstance(step.value, ast.Call) and called(step.value) in QUIET


def harmless(attempt):
    def cleans(step):
        if isinstance(step, (ast.Import, ast.ImportFrom, ast.Pass)):
            return True
        return isinstance(step, ast.Expr) and isinstance(step.value, ast.Call) and called(step.value) in CLEAN_UP
    return all(cleans(step) for step in attempt.body)


def answers_yes(function):
    return any(isinstance(node, ast.Return) and is_yes(node.value) for node in ast.walk(function))


def is_yes(value):
    """True, or the exit status 0; 1 is neither."""
    return isinstance(value, ast.Constant) and (value.value is True or (type(value.value) is int and value.value == 0))


def tells(step):
    """Somebody hears of the failure."""
    call = step.value if isinstance(step, ast.Expr) and isinstance(step.value, ast.Call) else None
    return call is not None and (called(call) in TELLS or any(word.arg == "file" for word in call.keywords))


def one_page(module):
    for node in module.nodes:
        if not isinstance(node, ast.Call):
            continue
        if called(node) == "next" and node.args and isinstance(node.args[0], ast.Attribute) and node.args[0].attr == "pages":
            yield one_page_finding(node, "only the first page of the listing is taken")
            continue
        lists = isinstance(node.func, ast.Attribute) and re.match(r"(list|scan|search)(_|[A-Z]|$)", node.func.attr)
        limits = [word.arg for word in node.keywords if word.arg and word.arg.lower() in PAGE_LIMITS]
        if not lists or not limits:
            continue
        parent = module.parents.get(node)
        if isinstance(parent, ast.Attribute) and parent.attr == "pages" and called_by_next(module, parent):
            continue
        scope = module.enclosing(node, ast.FunctionDef, ast.AsyncFunctionDef) or module.tree
        names = {word for piece in ast.walk(scope) for word in words_of(piece)}
        if not any(PAGE_TOKENS.search(name) for name in names):
            yield one_page_finding(node, f"the listing ends at {limits[0]}, and nothing asks for the next page")


def not_written(module):
    """Functions that say of themselves that they are not written. One among alternatives, or one that a decorator or a
    class takes up, may be meant so."""
    if not is_program(module):
        return
    for node in module.tree.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and not node.decorator_list and is_unwritten(module, node):
            uses = sorted(((one.lineno, one) for one in module.nodes
                          if isinstance(one, ast.Name) and one.id == node.name and isinstance(one.ctx, ast.Load)), key=lambda use: use[0])
            if any(not is_called(module, one) for _, one in uses):
                continue  # what is handed on is a placeholder on purpose
            use = f"line {uses[0][0]} calls it" if uses else "nothing here calls it"
            yield {"code": "not-implemented", "line": node.lineno, "message": f"{node.name} is declared and not written; {use}"}


def is_program(module):
    return module.lines[0].startswith("#!") or any(
        isinstance(node, ast.Name) and node.id == "__name__" and isinstance(module.parents.get(node), ast.Compare)
        or isinstance(node, ast.Call) and called(node) == "ArgumentParser" for node in module.nodes)


def is_called(module, name):
    parent = module.parents.get(name)
    return isinstance(parent, ast.Call) and parent.func is name


def is_unwritten(module, function):
    body = [step for step in function.body if not (isinstance(step, ast.Expr) and isinstance(step.value, ast.Constant)
                                                   and isinstance(step.value.value, str))]
    if len(body) > 1:
        return False
    said = "\n".join(module.lines[function.lineno - 1:function.end_lineno])
    if not body:
        return bool(TO_BE_WRITTEN.search(said))
    step = body[0]
    if isinstance(step, ast.Raise):
        return "NotImplementedError" in ast.dump(step) or any(TO_BE_WRITTEN.search(text) for text in literals(step))
    nothing = isinstance(step, ast.Pass) or (isinstance(step, ast.Expr) and isinstance(step.value, ast.Constant))
    return nothing and bool(TO_BE_WRITTEN.search(said))


def sums_rows(module):
    """Compares rows added up with the rows of what they were merged into: that holds only if no key is in two sources."""
    for node in module.nodes:
        if not (isinstance(node, ast.Compare) and len(node.ops) == 1 and isinstance(node.ops[0], (ast.Eq, ast.NotEq))):
            continue
        function = module.enclosing(node, ast.FunctionDef, ast.AsyncFunctionDef)
        sides = [node.left, node.comparators[0]]
        if function is None or sum(is_added(side, function) for side in sides) != 1:
            continue
        near = names_in(node) + " " + function.name + " " + (ast.get_docstring(function) or "")
        about = near + " " + (ast.get_docstring(module.tree) or "") + " " + module.path
        if ROWS.search(near) and MERGES.search(about) and not APPENDS.search(near):
            yield {"code": "row-sum", "line": node.lineno, "weight": "remark",
                   "message": "the sources' rows add up to the result's only if no key is in two of them; "
                              "count distinct keys instead"}


def is_added(node, function):
    """A sum of a list, two counts with a plus between them, or a name that was given one of them."""
    if isinstance(node, ast.Name):
        given = [step.value for step in ast.walk(function) if isinstance(step, ast.Assign)
                 and any(isinstance(target, ast.Name) and target.id == node.id for target in step.targets)]
        return len(given) == 1 and not isinstance(given[0], ast.Name) and is_added(given[0], function)
    if isinstance(node, ast.Call):
        return called(node) == "sum" and bool(node.args) and isinstance(node.func, ast.Name)
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and is_count(node.left) and is_count(node.right)


def is_count(node):
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return is_count(node.left) and is_count(node.right)
    return not isinstance(node, ast.Constant) and bool(COUNTS.search(names_in(node)))


def names_in(node):
    return " ".join(word for piece in ast.walk(node) for word in words_of(piece))


def narrows(module):
    """Merges one after another onto the first with a left join: only the first one's rows are kept."""
    for node in module.nodes:
        if not (isinstance(node, ast.Call) and called(node) in ("join", "merge") and isinstance(node.func, ast.Attribute)):
            continue
        how = next((word.value for word in node.keywords if word.arg == "how"), None)
        target, loop = module.parents.get(node), module.enclosing(node, ast.For, ast.While)
        onto = {name.id for name in ast.walk(node.func.value) if isinstance(name, ast.Name)}
        if not (isinstance(how, ast.Constant) and how.value == "left" and loop and isinstance(target, ast.Assign)):
            continue
        if any(isinstance(name, ast.Name) and name.id in onto for name in target.targets):
            yield {"code": "left-join", "line": node.lineno, "weight": "remark",
                   "message": "joined from the left in a loop: rows that the first one lacks are dropped, and a key "
                              "that repeats on the right multiplies rows"}


def renamed(module):
    """Dictionaries of names that are to become other names."""
    found = []
    for node in module.tree.body:
        value = node.value if isinstance(node, ast.Assign) else None
        if not isinstance(value, ast.Dict) or not value.keys:
            continue
        texts_only = all(isinstance(one, ast.Constant) and isinstance(one.value, str) for one in value.keys + value.values)
        if texts_only and len(value.keys) <= 5000:
            pairs = [[key.value, new.value] for key, new in zip(value.keys, value.values)]
            found.append({"line": value.keys[0].lineno, "pairs": pairs})
    return found


def amounts(module):
    """Whole numbers that the module gives a name to."""
    found = []
    for name, value in module.constants.items():
        if isinstance(value, ast.Constant) and type(value.value) is int and abs(value.value) < 1 << 53:
            found.append({"line": value.lineno, "name": name, "value": value.value})
    return found


def patterns(module):
    """Regular expressions for a whole text that the module gives a name to."""
    found = []
    for value in module.constants.values():
        if isinstance(value, ast.Call) and called(value) == "compile" and value.args:
            text = value.args[0].value if isinstance(value.args[0], ast.Constant) else None
            if isinstance(text, str) and len(text) <= 300 and text.startswith("^") and text.endswith("$"):
                found.append({"line": value.lineno, "text": text})
    return found


def started(module, worker):
    """Programs that it starts, as lists of words; what is known only when it runs is a hole."""
    found = []
    for node in module.nodes:
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        owner = node.func.value
        if not (isinstance(owner, ast.Name) and owner.id == "subprocess" and isinstance(node.args[0], (ast.List, ast.Tuple))):
            continue
        words = [HOLE if isinstance(word, ast.Starred) else worker.of(module, word) for word in node.args[0].elts]
        found.append({"line": node.lineno, "words": words})
    return found


def called_by_next(module, node):
    parent = module.parents.get(node)
    return isinstance(parent, ast.Call) and called(parent) == "next"


def words_of(node):
    if isinstance(node, ast.Attribute):
        return [node.attr]
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.keyword):
        return [node.arg or ""]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def one_page_finding(node, message):
    return {"code": "one-page-listing", "line": node.lineno, "message": message}


def opened(module, worker):
    found = []
    for node in module.nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open" and node.args:
            mode = node.args[1] if len(node.args) > 1 else next((w.value for w in node.keywords if w.arg == "mode"), None)
            mode = mode.value if isinstance(mode, ast.Constant) else "r" if mode is None else "?"
            path = worker.of(module, node.args[0])
            if isinstance(path, str) and HOLE not in path and str(mode).startswith("r"):
                found.append({"line": node.lineno, "path": path})
    return found


def report(module, worker):
    purpose = (ast.get_docstring(module.tree) or "").strip().split("\n")[0]
    functions = [node.name for node in module.nodes if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))]
    changes_path = any(isinstance(node, ast.Attribute) and node.attr == "path" and isinstance(node.value, ast.Name)
                       and node.value.id == "sys" for node in module.nodes)
    return {
        "changes_path": changes_path, "path": module.path, "purpose": purpose, "functions": functions,
        "calls": sorted({called(node) for node in module.nodes if isinstance(node, ast.Call)} - {""}),
        "imports": imports(module), "arguments": arguments(module), "texts": texts(module, worker)[:MOST],
        "opens": opened(module, worker)[:MOST], "findings": [finding for lint in (swallowed, one_page, not_written, sums_rows, narrows) for finding in lint(module)][:MOST],
        "renames": renamed(module), "amounts": amounts(module)[:MOST], "patterns": patterns(module)[:MOST],
        "starts": started(module, worker)[:MOST],
    }


def main():
    modules, answers = [], []
    for line in sys.stdin:
        given = json.loads(line)
        try:
            modules.append(Module(given["path"], given["source"]))
        except SyntaxError as error:
            answers.append({"path": given["path"], "error": {"line": error.lineno or 1, "message": error.msg}})
        except ValueError as error:
            answers.append({"path": given["path"], "error": {"line": 1, "message": str(error)}})
        except (RecursionError, MemoryError):
            answers.append({"path": given["path"], "unread": "it is nested too deeply for Python's parser"})
    worker = Texts(modules)
    for module in modules:
        try:
            answers.append(report(module, worker))
        except (RecursionError, MemoryError):
            answers.append({"path": module.path, "unread": "it is nested too deeply to be inspected"})
    print(json.dumps({"stdlib": sorted(sys.stdlib_module_names), "version": sys.version.split()[0]}))
    for answer in answers:
        print(json.dumps(answer))


main()
