"""The demo's server is a child that never outlives its parent."""

from __future__ import annotations

import subprocess
import sys

import httpx

from hhdesk.demo import DemoServer


async def test_it_answers_when_it_is_ready_and_ends() -> None:
    server = DemoServer(resumes=10, vacancies=3)
    try:
        assert await server.ready()
        async with httpx.AsyncClient() as client:
            assert (await client.get(f"{server.address}/_sandbox/state")).status_code == 200
    finally:
        server.stop()
    assert not await server.ready()


def test_it_ends_when_the_parent_lets_go_of_its_stdin() -> None:
    command = [sys.executable, "-m", "hhdesk", "--serve-sandbox", "--port", "0", "--resumes", "10"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdin is not None
        assert child.stdout.readline().startswith(b"listening on ")
        child.stdin.close()
        assert child.wait(10) == 0
