"""XPaths of elements, found in a time that does not grow with the number of their siblings."""

from lxml.etree import _Element


class Paths:
    """The XPaths of the elements of one tree, such as ``/html/body/div[2]/table``."""

    def __init__(self) -> None:
        self._known: dict[_Element, str] = {}

    def of(self, element: _Element) -> str:
        """The path that leads to the element and to no other."""
        known = self._known.get(element)
        if known is not None:
            return known
        unknown: list[_Element] = []
        above: _Element | None = element
        while above is not None and above not in self._known:
            unknown.append(above)
            above = above.getparent()
        for child in reversed(unknown):
            parent = child.getparent()
            if parent is None:
                self._known[child] = f"/{child.tag}"
            elif child not in self._known:
                self._learn_children(parent)
        return self._known[element]

    def _learn_children(self, parent: _Element) -> None:
        path = self._known[parent]
        same: dict[str, list[_Element]] = {}
        for child in parent:
            same.setdefault(str(child.tag), []).append(child)
        for tag, children in same.items():
            steps = [f"[{place}]" for place in range(1, len(children) + 1)]
            for child, step in zip(children, steps if len(steps) > 1 else [""], strict=True):
                self._known[child] = f"{path}/{tag}{step}"
