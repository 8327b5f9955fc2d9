"""python -m breadpos."""

import sys
import traceback

_BUG = 70
"""EX_SOFTWARE of sysexits.h: not the user's doing."""


def main() -> None:
    """Run the command line; a bug ends it with a traceback and exit status 70."""
    from breadpos.cli.opening import named_opening, open_window

    try:
        if (named := named_opening(sys.argv[1:])) is not None:
            sys.exit(open_window(named[0], practice=named[1]))
        from breadpos.cli.app import app  # here: the window need not wait for the commands

        app()
    except Exception:  # noqa: BLE001  the last place that can tell a bug from a refusal
        traceback.print_exc()
        sys.exit(_BUG)


if __name__ == "__main__":
    main()
