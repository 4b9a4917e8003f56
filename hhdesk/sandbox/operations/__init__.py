"""What the sandbox serves: importing this package registers every operation."""

from hhdesk.sandbox.operations import account, dictionaries, resumes

__all__ = ["account", "dictionaries", "resumes"]
