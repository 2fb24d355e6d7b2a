"""The border of the command line: every problem becomes one sentence on stderr."""

from __future__ import annotations

import os
import sys
from typing import Any

import click
from typing_extensions import override

from workbench.errors import (
    InvalidValue,
    NotFound,
    UnusableProject,
    WorkbenchError,
)
from workbench.jobs import Cancelled

DONE = 0
TRACEBACK = "WORKBENCH_TRACEBACK"
"""The variable that lets a developer see where a mistake is."""

FINDINGS = 1
"""Done with findings or failures."""
WRONG_USAGE = 2

_WRONG_USAGE = (InvalidValue, NotFound, UnusableProject)


class Border(click.Group):
    """A group whose commands end in an exit code and a sentence, never a traceback.

    A command returns its exit code, or nothing when it is done.
    """

    @override
    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command named by the arguments and exit."""
        sys.exit(self._exit_code(*args, **{**kwargs, "standalone_mode": False}))

    def _exit_code(self, *args: Any, **kwargs: Any) -> int:
        try:
            return super().main(*args, **kwargs) or DONE
        except WorkbenchError as error:
            say(str(error))
            return WRONG_USAGE if isinstance(error, _WRONG_USAGE) else FINDINGS
        except click.ClickException as error:
            say(_sentence(error))
            return error.exit_code
        except OverflowError:
            say("A number is larger than a project can hold; give a smaller one.")
            return WRONG_USAGE
        except (click.Abort, KeyboardInterrupt, Cancelled):
            say("Stopped.")
            return FINDINGS
        except Exception as error:
            if TRACEBACK in os.environ:
                raise
            problem = f"{type(error).__name__}: {error}".strip().rstrip(".:")
            say(f"This is a mistake in the program: {problem}.")
            return FINDINGS


def say(sentence: str) -> None:
    """Write one line to stderr, whatever its encoding."""
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    line = " ".join(sentence.split())
    click.echo(line.encode(encoding, "backslashreplace").decode(encoding), err=True)


def _sentence(error: click.ClickException) -> str:
    if not isinstance(error, click.UsageError) or error.ctx is None:
        return error.format_message()
    advice = f"“{error.ctx.command_path} --help” shows how it is used."
    if isinstance(error, click.NoSuchOption):
        advice += " Words that begin with “-” go last, after “--”."
    return f"{error.format_message()} {advice}"
