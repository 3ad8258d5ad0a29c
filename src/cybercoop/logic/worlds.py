"""States of knowledge: what is stated, and what practice presumes on top of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from cybercoop.logic.conditions import OpenQuestion, Truth
from cybercoop.logic.facts import Collection, Fact
from cybercoop.logic.rules import Presumption

__all__ = ["Knowledge", "Source", "Stated", "match_presumptions"]

Read = Callable[[Fact], Any]


class Source(Protocol):
    """Where the values of facts come from."""

    def resolve(self, fact: Fact, read: Read) -> Any:
        """The stated value of `fact`, or None. `read` reads other facts it depends on."""

    def members(self, collection: Collection) -> Sequence[Source]:
        """A source for each thing in a collection, for its own facts alone."""


class Stated:
    """The world of what is stated, and nothing else."""

    __slots__ = (
        "_children",
        "_flipped",
        "_values",
        "decided",
        "member",
        "memo",
        "parent",
        "source",
    )

    def __init__(self, source: Source, parent: Stated | None = None, member: str = "") -> None:
        self.source = source
        self.memo: dict[int, Truth] = {}
        self.decided: dict[int, Mapping[str, object]] = {}
        self._values: dict[str, Any] = {}
        self._children: dict[Collection, Sequence[Stated]] = {}
        self.parent = parent
        self.member = member
        self._flipped: OpenQuestion | None = None

    def read(self, fact: Fact) -> Any:
        path = fact.path
        values = self._values
        if path in values:
            return values[path]
        if self.parent is not None and not path.startswith(self.member):
            value = self.parent.read(fact)
        else:
            value = self._resolve(fact)
        values[path] = value
        return value

    def _resolve(self, fact: Fact) -> Any:
        return self.source.resolve(fact, self.read)

    def items(self, collection: Collection) -> Sequence[Stated]:
        if self.parent is not None:
            return self.parent.items(collection)
        if collection not in self._children:
            self._children[collection] = [
                self._inside(source, collection.item + ".")
                for source in self.source.members(collection)
            ]
        children = self._children[collection]
        return [child.flip(self._flipped) for child in children] if self._flipped else children

    def _inside(self, source: Source, member: str) -> Stated:
        return Stated(source, self, member)

    def takes_first(self, question: OpenQuestion) -> bool:
        return question.prefers_first is (question is not self._flipped)

    def flip(self, question: OpenQuestion) -> Stated:
        """The same knowledge under the reading of `question` that is not preferred."""
        other = self._copy()
        other._values = self._values
        other._children = self._children
        other._flipped = question
        return other

    def _copy(self) -> Stated:
        return Stated(self.source, self.parent, self.member)


class Presumed(Stated):
    """What is stated, and where nothing is, what practice presumes."""

    __slots__ = ("_presumptions", "_stated")

    def __init__(
        self,
        stated: Stated,
        presumptions: Mapping[str, Sequence[Presumption]],
        parent: Presumed | None = None,
    ) -> None:
        super().__init__(stated.source, parent, stated.member)
        self._stated = stated
        self._presumptions = presumptions

    def _resolve(self, fact: Fact) -> Any:
        value = self.source.resolve(fact, self.read)
        if value is not None:
            return value
        for presumption in self._presumptions.get(fact.path, ()):
            if presumption.when.holds(self) is True:
                value = presumption.value
                return self.read(value) if isinstance(value, Fact) else value
        return None

    def items(self, collection: Collection) -> Sequence[Stated]:
        if self.parent is None and collection not in self._children:
            self._children[collection] = [
                Presumed(child, self._presumptions, self)
                for child in self._stated.items(collection)
            ]
        return super().items(collection)

    def _copy(self) -> Stated:
        return Presumed(self._stated, self._presumptions, self.parent)  # type: ignore[arg-type]  # a parent of Presumed is one


class Knowledge:
    """The two worlds a case is judged in. Without presumptions both are the same."""

    __slots__ = ("_flipped", "presumed", "stated")

    def __init__(self, stated: Stated, presumed: Stated) -> None:
        self.stated = stated
        self.presumed = presumed
        self._flipped: dict[OpenQuestion, Knowledge] = {}

    @classmethod
    def of(cls, source: Source, presumptions: Mapping[str, Sequence[Presumption]]) -> Knowledge:
        """The worlds of a source under these presumptions, by path of the fact."""
        stated = Stated(source)
        return cls(stated, Presumed(stated, presumptions) if presumptions else stated)

    def under_other_reading(self, question: OpenQuestion) -> Knowledge:
        """The same knowledge with `question` read the way that is not preferred."""
        if question not in self._flipped:
            self._flipped[question] = Knowledge(
                self.stated.flip(question), self.presumed.flip(question)
            )
        return self._flipped[question]

    def within(
        self, source: Source, member: str, presumptions: Mapping[str, Sequence[Presumption]]
    ) -> Knowledge:
        """The worlds inside one thing whose facts come from `source` and start with `member`."""
        stated = Stated(source, self.stated, member)
        if not isinstance(self.presumed, Presumed):
            return Knowledge(stated, stated)
        return Knowledge(stated, Presumed(stated, presumptions, self.presumed))

    def members(self, collection: Collection) -> list[Knowledge]:
        """The worlds inside each thing of a collection."""
        return [
            Knowledge(stated, presumed)
            for stated, presumed in zip(
                self.stated.items(collection), self.presumed.items(collection), strict=True
            )
        ]


def match_presumptions(
    paths: Mapping[str, Fact], presumptions: Sequence[Presumption]
) -> dict[str, tuple[Presumption, ...]]:
    """Which presumptions speak of which fact; ``*`` in a presumption stands for any text."""
    from fnmatch import fnmatchcase

    def matches(path: str, pattern: str) -> bool:
        return path == pattern or (
            "*" in pattern and fnmatchcase(path, pattern.replace("[", "[[]"))
        )

    return {
        path: found
        for path in paths
        if (found := tuple(p for p in presumptions if matches(path, p.fact)))
    }
