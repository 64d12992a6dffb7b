"""Keeps the modules of a browserify bundle that the named components need."""

import json
import re

_MODULE = re.compile(
    r"(?:^|,)(\d+):\[function\(require,module,exports\)\{\n(.*?)\n\},(\{[^{}]*\})\]", re.DOTALL | re.MULTILINE
)
_LOADER = """(function(){{
var sources={{{sources}}};
var wanted={wanted};
var loaded={{}};
function load(id){{
if(!loaded[id]){{
var module=loaded[id]={{exports:{{}}}};
sources[id][0].call(module.exports,function(path){{return load(sources[id][1][path])}},module,module.exports);
}}
return loaded[id].exports;
}}
window.uswds={{}};
Object.keys(wanted).forEach(function(name){{window.uswds[name]=load(wanted[name])}});
}})();
"""


def subset(bundle: str, components: dict[str, str]) -> str:
    """Return a script that sets `window.uswds` to the named components of `bundle`.

    `components` maps the name wanted to the path by which the bundle's index requires it. Raises `KeyError` if the
    bundle no longer has one.
    """
    found = _MODULE.findall(bundle[bundle.index("({1:[") + 2 :])
    modules = {int(number): (body, json.loads(needs)) for number, body, needs in found}
    index = next(needs for _, needs in modules.values() if set(components.values()) <= set(needs))
    wanted = {name: index[path] for name, path in components.items()}
    sources = ",\n".join(_source(number, modules) for number in sorted(_reachable(set(wanted.values()), modules)))
    return _LOADER.format(sources=sources, wanted=json.dumps(wanted))


def _reachable(wanted: set[int], modules: dict[int, tuple[str, dict[str, int]]]) -> set[int]:
    found: set[int] = set()
    while wanted:
        number = wanted.pop()
        found.add(number)
        wanted |= set(modules[number][1].values()) - found
    return found


def _source(number: int, modules: dict[int, tuple[str, dict[str, int]]]) -> str:
    body, needs = modules[number]
    return f"{number}:[function(require,module,exports){{\n{body}\n}},{json.dumps(needs)}]"
