"""Every sentence that the code can make for a reader, as templates, read from its syntax tree.

A sentence is what stands as an argument of the values and errors that carry sentences to a screen:
QueryError(…, reason, mend), Refused(…, reason, mend), Rule(reason=…), Fact(…, finder) and so on.
Names are followed to what is assigned to them, calls to what a function of the module returns.
What is filled in stands as {}.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

# Where sentences stand among the arguments of what carries them: by place, and by name.
CARRIERS: dict[str, tuple[set[int], set[str]]] = {
    "QueryError": ({2, 3}, {"reason", "mend"}),
    "ImpossibleDate": ({0, 1}, {"reason", "mend"}),
    "SearchTooSlow": ({0, 1}, {"reason", "mend"}),
    "Step": ({0, 1}, {"doing", "mend"}),
    "NotYet": ({3, 4}, {"reason", "mend"}),
    "BadCursor": ({0}, set()),
    "Refused": ({1, 2}, {"reason", "mend"}),
    "PassedOver": ({1}, {"reason"}),
    "Unfit": ({0, 1}, {"reason", "mend"}),
    "Rule": (set(), {"reason", "source"}),
    "Decider": ({1, 2}, {"reason", "known_from"}),
    "area_rule": ({1}, set()),
    "Removal": ({1}, {"reason"}),
    "Fact": ({1}, {"finder"}),
    "PublicationDate": ({2}, {"evidence"}),
    "Evidence": ({2}, {"finder"}),
    "MainCity": ({1}, {"reason"}),
    "Choice": ({2}, {"evidence"}),
    "NearCopy": ({2}, {"reason"}),
    "Similar": ({3}, {"reason"}),
    "Decoded": ({2}, {"evidence"}),
    "plain_place": (set(), {"evidence"}),
    "BadField": ({0}, set()),
    "Broken": ({0, 1}, {"reason", "mend"}),
    "Kept": ({1}, {"why"}),
    "CannotBlacken": ({0}, set()),
    "Damage": ({1, 2}, {"reason", "mend"}),
    "BadHead": ({0}, set()),
    "_broken": ({0}, set()),
    "refused": ({0, 1}, set()),
    "passed_over": ({0}, set()),
    "Fault": ({0, 1}, {"reason", "mend"}),
}
# Functions whose results are sentences, by module.
SPEAKERS = {
    "indexer/naming.py": {"note"},
    "indexer/help/removed_lines.py": {"note"},
    "indexer/why/dates.py": {"days_words"},
    "indexer/pdf/stating.py": {"flags_of"},
    "indexer/pipeline.py": {"flags_of"},
    "indexer/stating.py": {"flag_of"},
    "indexer/metadata/places/choose.py": {"why"},
}
HOLE = "{}"
MOST_WAYS = 200


@dataclass(frozen=True)
class Module:
    path: Path
    tree: ast.Module
    functions: dict[str, list[ast.FunctionDef]]
    assigned: dict[str, list[ast.expr]] = field(default_factory=dict)


@cache
def module_of(path: Path) -> Module:
    tree = ast.parse(path.read_text("utf-8"))
    functions: dict[str, list[ast.FunctionDef]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            functions.setdefault(node.name, []).append(node)
    return Module(path, tree, functions, assignments(tree.body))


def inside(body: list[ast.stmt]) -> Iterator[ast.AST]:
    """Everything in these statements but functions, in the order of the code."""
    left: list[ast.AST] = [one for one in body if not isinstance(one, ast.FunctionDef)]
    while left:
        node = left.pop(0)
        yield node
        left[:0] = [
            one for one in ast.iter_child_nodes(node) if not isinstance(one, ast.FunctionDef)
        ]


def assignments(body: list[ast.stmt]) -> dict[str, list[ast.expr]]:
    """What is assigned to each name in these statements; += adds to all before."""
    found: dict[str, list[ast.expr]] = {}
    for node in inside(body):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                pair(target, node.value, found)
        elif isinstance(node, ast.AnnAssign) and node.value and isinstance(node.target, ast.Name):
            found.setdefault(node.target.id, []).append(node.value)
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            before = found.get(node.target.id, [])
            found[node.target.id] = [ast.BinOp(one, ast.Add(), node.value) for one in before]
    return found


def pair(target: ast.expr, value: ast.expr, found: dict[str, list[ast.expr]]) -> None:
    if isinstance(target, ast.Name):
        found.setdefault(target.id, []).append(value)
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, its in zip(target.elts, value.elts, strict=True):
            pair(one, its, found)


def spoken_in(path: Path) -> Iterator[tuple[str, str]]:
    """(where, template) of every sentence that a module makes."""
    module = module_of(path)
    where = str(path.relative_to(ROOT))
    for function in [None, *(each for named in module.functions.values() for each in named)]:
        body = module.tree.body if function is None else function.body
        local = assignments(function.body) if function else {}
        for node in inside(body):
            if isinstance(node, ast.Call):
                for told in carried(node):
                    for text in ways(told, local, module):
                        yield f"{where}:{node.lineno}", text
    for name in SPEAKERS.get(where, ()):
        for function in module.functions[name]:
            for returned in returns(function):
                for text in ways(returned, assignments(function.body), module):
                    yield f"{where}:{returned.lineno}", text


def carried(call: ast.Call) -> Iterator[ast.expr]:
    """The arguments of a call that are sentences."""
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    places, names = CARRIERS.get(name, (set(), set()))
    if name == "refused" and isinstance(call.func, ast.Name):
        places = {2, 3}  # the records of a web archive put their origin and address first
    elif name in ("refused", "passed_over") and not is_of(call, "source"):
        return
    yield from (one for at, one in enumerate(call.args) if at in places)
    yield from (one.value for one in call.keywords if one.arg in names)
    if name == "append" and (is_of(call, "reasons") or is_of(call, "notes")):
        yield from call.args


def is_of(call: ast.Call, owner: str) -> bool:
    """Whether it is a method of what is called so."""
    value = call.func.value if isinstance(call.func, ast.Attribute) else None
    return owner in (getattr(value, "id", ""), getattr(value, "attr", ""))


def returns(function: ast.FunctionDef) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.Return | ast.Yield) and node.value is not None:
            yield node.value


def ways(
    node: ast.expr, local: dict[str, list[ast.expr]], module: Module, depth: int = 6
) -> list[str]:
    """The texts that an expression can be, with {} for what is not known from the code alone."""
    if depth == 0:
        return []
    match node:
        case ast.Constant(str(text)):
            return [text]
        case ast.JoinedStr(values):
            return products([joined(value, local, module, depth) for value in values])
        case ast.IfExp(_, yes, no):
            return ways(yes, local, module, depth) + ways(no, local, module, depth)
        case ast.BoolOp(_, values) | ast.Tuple(values):
            return [text for one in values for text in ways(one, local, module, depth)]
        case ast.BinOp(left, ast.Add(), right):
            return products([ways(side, local, module, depth) or [HOLE] for side in (left, right)])
        case _:
            return followed(node, local, module, depth - 1)


def followed(
    node: ast.expr, local: dict[str, list[ast.expr]], module: Module, depth: int
) -> list[str]:
    """The texts of a name, of what a function of the module returns, of a table's values."""
    match node:
        case ast.Name(name):
            values = local.get(name) or module.assigned.get(name) or imported(name, module)
            return [text for one in values for text in ways(one, local, module, depth)]
        case ast.Attribute(ast.Name("names"), name):
            known = module_of(ROOT / "indexer/metadata/published/names.py").assigned
            return [text for one in known.get(name, []) for text in ways(one, {}, module, depth)]
        case ast.Call(ast.Name(name)):
            there = module if name in module.functions else origin_of(name, module)
            return [
                text
                for function in there.functions.get(name, [])
                for returned in returns(function)
                for text in ways(returned, assignments(function.body), there, depth)
            ]
        case ast.Starred(value):
            return ways(value, local, module, depth)
        case ast.Call(ast.Attribute(ast.Name(name), "format")):
            values = local.get(name) or module.assigned.get(name) or imported(name, module)
            texts = [text for one in values for text in ways(one, local, module, depth)]
            return [re.sub(r"{\w*}", HOLE, text) for text in texts]
        case ast.Call(ast.Attribute(ast.Name(table), "get")) | ast.Subscript(ast.Name(table)):
            return [text for one in module.assigned.get(table, []) for text in values_of(one)]
        case _:
            return []


def joined(
    value: ast.expr, local: dict[str, list[ast.expr]], module: Module, depth: int
) -> list[str]:
    """What a piece of an f-string can be; a name of texts is followed, all else is a hole."""
    if isinstance(value, ast.Constant):
        return [str(value.value)]
    assert isinstance(value, ast.FormattedValue)
    inner = value.value
    is_text = isinstance(inner, ast.Name | ast.IfExp | ast.Attribute | ast.Call | ast.Subscript)
    return (ways(inner, local, module, depth - 1) if is_text else []) or [HOLE]


def values_of(node: ast.expr) -> list[str]:
    if isinstance(node, ast.Dict):
        texts = (getattr(one, "value", None) for one in node.values)
        return [text for text in texts if isinstance(text, str)]
    return []


def imported(name: str, module: Module) -> list[ast.expr]:
    """What a name of another module of ours is assigned there."""
    there = origin_of(name, module)
    return there.assigned.get(name, []) if there is not module else []


def origin_of(name: str, module: Module) -> Module:
    """The module of ours that a name is imported from, else the same."""
    for node in module.tree.body:
        if isinstance(node, ast.ImportFrom) and name in {alias.name for alias in node.names}:
            path = ROOT.joinpath(*(node.module or "").split(".")).with_suffix(".py")
            return module_of(path) if path.exists() else module
    return module


def products(parts: list[list[str]]) -> list[str]:
    """Every text that can be joined of one of each."""
    texts = [""]
    for part in parts:
        texts = [text + one for text in texts for one in part][:MOST_WAYS]
    return texts
