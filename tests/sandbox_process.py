"""The sandbox as a child process, with its interface for tests."""

from __future__ import annotations

import base64
import fcntl
import hashlib
import json
import os
import secrets
import socket
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

import httpx

ROOT = Path(__file__).resolve().parents[1]
AGENT = "hhdesk-tests/1.0 (tests@example.com)"
_START_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a sign-in gives."""

    access: str
    refresh: str
    expires_in: int


@dataclass
class Sandbox:
    """A running sandbox. ``url`` serves both as HHDESK_API_URL and HHDESK_SITE_URL."""

    url: str
    process: subprocess.Popen[bytes]
    leash: socket.socket
    client_id: str = "demo-client"
    client_secret: str = "demo-secret"  # the sandbox's documented one
    employer_id: str = "8550117"
    manager_id: str = "5032001"
    redirect_uri: str = "http://127.0.0.1:17117/"
    operations: dict[str, int] = field(default_factory=dict)
    # One client for all: a new one reads the machine's certificates, which costs 20 ms and is of no use here.
    _http: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=30, verify=False), repr=False)

    @classmethod
    def start(
        cls, resumes: int = 300, vacancies: int = 6, seed: int = 1, port: int = 0, record: Path | None = None
    ) -> Self:
        """Start the process and wait for the line that says where it listens."""
        agent: list[str] = []
        if record is None and os.environ.get("HHDESK_RECORD_DIR"):
            directory = Path(os.environ["HHDESK_RECORD_DIR"])
            directory.mkdir(parents=True, exist_ok=True)
            record = directory / f"{secrets.token_hex(6)}.jsonl"
            agent = ["--record-agent", "hhdesk/"]
        options = ["--port", str(port), "--resumes", str(resumes), "--vacancies", str(vacancies)]
        options += ["--seed", str(seed)]
        if record is not None:
            options += ["--record", str(record), *agent]
        with socket.create_server(("127.0.0.1", 0)) as waiting:
            waiting.settimeout(_START_SECONDS)
            # As the demo does: a sandbox ends with the connection, also when these tests are killed.
            command = [sys.executable, "-m", "hhdesk", "--serve-sandbox", str(waiting.getsockname()[1])]
            process = subprocess.Popen([*command, *options], cwd=ROOT)
            leash = waiting.accept()[0]
        leash.settimeout(_START_SECONDS)
        with leash.makefile(encoding="utf-8") as said:
            line = said.readline()
        if not line.startswith("listening on "):
            process.kill()
            raise RuntimeError(f"the sandbox did not start: {line!r}")
        return cls(line.removeprefix("listening on ").strip(), process, leash)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """End the process; its operation counts are kept."""
        if self.process.poll() is None:
            self.collect()
            self.process.terminate()
            self.process.wait(60)
            merge_operations(self.operations)
        self._http.close()
        self.leash.close()

    @property
    def headers(self) -> dict[str, str]:
        """The header that every request of ours carries."""
        return {"HH-User-Agent": AGENT}

    def client(self, tokens: Tokens | None = None) -> httpx.Client:
        """An httpx client with the headers, and signed in when tokens are given."""
        authorization = {"Authorization": f"Bearer {tokens.access}"} if tokens else {}
        headers = {**self.headers, **authorization}
        return httpx.Client(base_url=self.url, headers=headers, timeout=20, verify=False)  # plain HTTP

    def state(self) -> dict[str, Any]:
        """What the server saw since the reset."""
        return self._admin("GET", "state")

    def fault(self, name: str, operation: str = "*", times: int | None = None, **options: Any) -> None:
        """Switch a trap on."""
        self._admin("POST", "faults", {"operation": operation, "fault": name, "times": times, **options})

    def clear_faults(self) -> None:
        """Switch all traps off."""
        self._admin("DELETE", "faults")

    def hold(self, operation: str = "*") -> None:
        """Let the answers of an operation wait."""
        self._admin("POST", "hold", {"operation": operation})

    def release(self, operation: str | None = None) -> None:
        """Let held answers go."""
        self._admin("POST", "release", {"operation": operation} if operation else {})

    def set(self, **changes: Any) -> dict[str, Any]:
        """Let things happen that happen without us; answers what was done."""
        return self._admin("POST", "set", changes)

    def reset(self) -> None:
        """Everything as at the start; operation counts are kept on this side."""
        self.collect()
        self._admin("POST", "reset")

    def collect(self) -> None:
        """Add what the application (agent ``hhdesk``) called since the last reset to ``operations``."""
        for operation, count in self.state()["by_agent"].get("hhdesk", {}).items():
            self.operations[operation] = self.operations.get(operation, 0) + count

    def sign_in(self) -> Tokens:
        """Sign in through the real consent form, with PKCE, as a browser and the application would."""
        verifier, state = secrets.token_urlsafe(48), secrets.token_urlsafe(12)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        query = {
            "response_type": "code", "client_id": self.client_id, "redirect_uri": self.redirect_uri,
            "state": state,
            "code_challenge": challenge, "code_challenge_method": "S256", "role": "employer",
            "force_role": "true",
        }  # fmt: skip
        page = self._http.get(f"{self.url}/oauth/authorize", params=query)
        page.raise_for_status()
        answer = self._http.post(str(page.url), data={"decision": "allow"})
        arrived = parse_qs(urlsplit(answer.headers["Location"]).query)
        assert arrived["state"] == [state]
        form = {
            "grant_type": "authorization_code", "client_id": self.client_id,
            "client_secret": self.client_secret,
            "code": arrived["code"][0], "redirect_uri": self.redirect_uri, "code_verifier": verifier,
        }  # fmt: skip
        granted = self._http.post(f"{self.url}/token", data=form, headers=self.headers)
        granted.raise_for_status()
        body = granted.json()
        return Tokens(body["access_token"], body["refresh_token"], body["expires_in"])

    def _admin(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        answer = self._http.request(method, f"{self.url}/_sandbox/{path}", json=body)
        if answer.status_code != 200:
            raise ValueError(answer.text)
        result: dict[str, Any] = answer.json()
        return result


def merge_operations(counts: dict[str, int]) -> None:
    """Add counts to the file that ``HHDESK_OPERATIONS_FILE`` names, if the environment names one."""
    target = os.environ.get("HHDESK_OPERATIONS_FILE")
    if not target:
        return
    path = Path(target)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as handle:
        # Several workers count into one file.
        fcntl.flock(handle, fcntl.LOCK_EX)
        handle.seek(0)
        merged = Counter[str](json.loads(handle.read() or "{}"))
        merged.update(counts)
        handle.truncate(0)
        handle.write(json.dumps(dict(sorted(merged.items())), indent=1) + "\n")
