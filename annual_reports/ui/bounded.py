"""Bounds what large things that are kept take of memory: those longest unused are let go."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


class Bounded(Generic[K]):
    """The sizes of what is kept elsewhere. Safe to share between threads."""

    def __init__(self, limit: int, forget: Callable[[K], None]) -> None:
        """All together may take ``limit`` bytes; ``forget`` lets go of one by its key."""
        self._limit = limit
        self._forget = forget
        self._sizes: OrderedDict[K, int] = OrderedDict()
        self._lock = Lock()

    def used(self, key: K, size: int) -> None:
        """Note that this, of so many bytes, was asked for; the newest is never let go."""
        with self._lock:
            self._sizes[key] = size
            self._sizes.move_to_end(key)
            gone = []
            while sum(self._sizes.values()) > self._limit and len(self._sizes) > 1:
                gone.append(self._sizes.popitem(last=False)[0])
        for old in gone:
            self._forget(old)
