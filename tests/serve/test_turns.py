"""Pages take turns: never more at once than agreed, the longest waiting next, no slot kept."""

from __future__ import annotations

import asyncio

import pytest

from utils.model import limits
from utils.serve.turns import Turn, slots


def test_no_more_at_once_than_agreed_and_first_come_first_drawn() -> None:
    order: list[int] = []
    most = 0

    async def crowd() -> None:
        free, now = slots(), 0

        async def page(number: int) -> None:
            nonlocal now, most
            turn = Turn(free)
            await turn.take()
            order.append(number)
            now, most = now + 1, max(most, now + 1)
            await asyncio.sleep(0)
            now -= 1
            turn.give()

        await asyncio.gather(*(page(number) for number in range(30)))
        assert free._value == limits.SERVER_DRAWINGS

    asyncio.run(crowd())
    assert most == limits.SERVER_DRAWINGS
    assert order == list(range(30))


def test_a_page_drawn_anew_keeps_its_slot() -> None:
    async def eager() -> None:
        free = slots()
        turn = Turn(free)
        for _ in range(10):
            await turn.take()
        assert free._value == limits.SERVER_DRAWINGS - 1
        turn.give()
        turn.give()
        assert free._value == limits.SERVER_DRAWINGS

    asyncio.run(eager())


def test_a_slot_lapses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SERVER_REST_SECONDS", 0.01)

    async def stuck() -> None:
        free = slots()
        kept = [Turn(free) for _ in range(limits.SERVER_DRAWINGS)]
        for turn in kept:
            await turn.take()
        late = Turn(free)
        await asyncio.wait_for(late.take(), 1)
        for turn in kept:
            turn.give()
        await asyncio.sleep(0.03)
        assert free._value == limits.SERVER_DRAWINGS, "a slot was given back twice"

    asyncio.run(stuck())
