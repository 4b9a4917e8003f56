"""The demo's server is a child that never outlives its parent."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import httpx

from hhdesk.demo import DemoServer, note_port, noted_port, own_port


async def test_it_answers_when_it_is_ready_and_ends() -> None:
    server = DemoServer(resumes=10, vacancies=3)
    try:
        assert await server.ready()
        async with httpx.AsyncClient() as client:
            assert (await client.get(f"{server.address}/_sandbox/state")).status_code == 200
    finally:
        server.stop()
    assert not await server.ready()


def test_a_profile_keeps_its_port(tmp_path: Path) -> None:
    assert noted_port(tmp_path) is None
    note_port(tmp_path, own_port(tmp_path))
    assert noted_port(tmp_path) == own_port(tmp_path)
    assert own_port(tmp_path) != own_port(tmp_path / "another")
    (tmp_path / "demo.port").write_text("none")
    assert noted_port(tmp_path) is None


def test_a_taken_port_is_said_without_a_traceback() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        command = [
            sys.executable,
            "-m",
            "hhdesk.sandbox",
            "--port",
            str(other.getsockname()[1]),
            "--resumes",
            "10",
        ]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert ended.returncode == 1
    assert "is taken by another program" in ended.stderr
    assert "Traceback" not in ended.stderr


async def test_a_child_that_cannot_listen_lets_nobody_wait() -> None:
    server = DemoServer(resumes=10)
    with socket.create_server(("127.0.0.1", int(server.address.rpartition(":")[2]))):
        try:
            assert not await server.ready()
        finally:
            server.stop()


def test_it_ends_when_the_parent_lets_go_without_any_standard_stream() -> None:
    with socket.create_server(("127.0.0.1", 0)) as parent:
        leash = str(parent.getsockname()[1])
        command = [sys.executable, "-m", "hhdesk", "--serve-sandbox", leash, "--port", "0", "--resumes", "10"]
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as child:
            held, _ = parent.accept()
            with held, held.makefile("rb") as said:
                assert said.readline().startswith(b"listening on ")
            assert child.wait(60) == 0
