"""Command line: ``python -m hhdesk.sandbox --port 0 --resumes 2000 --vacancies 12 --seed 1``."""

from __future__ import annotations

import argparse
import asyncio
import errno
import sys
from pathlib import Path

from aiohttp import web

from hhdesk.sandbox import operations
from hhdesk.sandbox.server import Server
from hhdesk.sandbox.world import World


async def serve(arguments: argparse.Namespace) -> None:
    """Serve until cancelled; says where once it listens."""
    world = World(arguments.seed, arguments.resumes, arguments.vacancies)
    runner = web.AppRunner(
        Server(world, arguments.record, arguments.record_agent).application(), access_log=None
    )
    await runner.setup()
    site = web.TCPSite(runner, arguments.host, arguments.port)
    await site.start()
    host, port = runner.addresses[0][:2]
    print(f"listening on http://{host}:{port}", flush=True)
    warming = asyncio.create_task(world.warm())
    try:
        await asyncio.Event().wait()
    finally:
        warming.cancel()
        await runner.cleanup()


def main(argv: list[str] | None = None) -> int:
    """Read the command line and serve until interrupted. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m hhdesk.sandbox", description=operations.__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--resumes", type=int, default=2000, help="10 to 100000")
    parser.add_argument("--vacancies", type=int, default=12, help="3 to 300")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--record", type=Path, default=None, help="append every exchange to this file as JSON lines"
    )
    parser.add_argument("--record-agent", default="", help="only of programs whose HH-User-Agent begins so")
    arguments = parser.parse_args(argv)
    try:
        asyncio.run(serve(arguments))
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        print(f"{arguments.host}:{arguments.port} is taken by another program", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
