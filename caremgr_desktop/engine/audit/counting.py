"""Exact counts of the sums of independent choices, in one very large whole number.

Each vector that a choice can add is a power of a variable; the product over all choices
is a polynomial whose coefficients count the combinations that lead to each sum. It is kept
as its value at a power of two that no coefficient reaches (Kronecker's substitution), so
that a choice is a few shifts and sums, exact for any number of choices.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import gcd, prod

Vector = tuple[int, ...]
Choice = Sequence[Vector]
"""The vectors that the answers to one question add; equal ones are counted apart."""

BITS_PER_BYTE = 8


class Sums:
    """The sums of one vector from each choice, and how many combinations lead to each."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        axes = range(len(choices[0][0]))
        self._least = [tuple(min(v[axis] for v in choice) for axis in axes) for choice in choices]
        raised = [
            [tuple(part - low for part, low in zip(v, least, strict=True)) for v in choice]
            for choice, least in zip(choices, self._least, strict=True)
        ]
        self._steps = [gcd(*(v[axis] for choice in raised for v in choice)) or 1 for axis in axes]
        most = [[max(v[axis] for v in choice) for choice in raised] for axis in axes]
        self._lengths = [sum(most[axis]) // self._steps[axis] + 1 for axis in axes]
        self.combinations = prod(len(choice) for choice in choices)
        self._width = self.combinations.bit_length() // BITS_PER_BYTE + 1
        self._terms = [Counter(self._place(v) for v in choice) for choice in raised]

    @property
    def work(self) -> int:
        """What a count takes in time: slots for sums, times their bytes, times the choices."""
        return prod(self._lengths) * self._width * len(self._terms)

    def all(self) -> Iterator[tuple[Vector, int]]:
        """Yield each sum that is reached, with its count."""
        value = 1
        for terms in self._terms:
            value = self._times(value, terms)
        start = tuple(map(sum, zip(*self._least, strict=True)))
        yield from self._read(value, start)

    def without_each(self) -> Iterator[list[tuple[Vector, int]]]:
        """Yield for each choice in turn the sums of all others, with their counts."""
        after = [1]
        for terms in reversed(self._terms):
            after.append(self._times(after[-1], terms))
        before = 1
        for place, terms in enumerate(self._terms):
            others = [*self._least[:place], *self._least[place + 1 :]]
            zero = (0,) * len(self._steps)
            start = tuple(map(sum, zip(zero, *others, strict=True)))
            yield list(self._read(before * after[-2 - place], start))
            before = self._times(before, terms)

    def _place(self, vector: Vector) -> int:
        """Return the slot of a vector above the least."""
        place = 0
        for part, step, length in zip(vector, self._steps, self._lengths, strict=True):
            place = place * length + part // step
        return place

    def _times(self, value: int, terms: Counter[int]) -> int:
        bits = self._width * BITS_PER_BYTE
        return sum((value << place * bits) * count for place, count in terms.items())

    def _read(self, value: int, start: Vector) -> Iterator[tuple[Vector, int]]:
        width = self._width
        data = value.to_bytes((value.bit_length() // BITS_PER_BYTE // width + 1) * width, "little")
        for place in range(len(data) // width):
            count = int.from_bytes(data[place * width : (place + 1) * width], "little")
            if count:
                yield self._vector(place, start), count

    def _vector(self, place: int, start: Vector) -> Vector:
        parts = []
        for low, step, length in zip(
            reversed(start), reversed(self._steps), reversed(self._lengths), strict=True
        ):
            place, digit = divmod(place, length)
            parts.append(low + digit * step)
        return tuple(reversed(parts))
