"""`python -m checker`, and the command `checker`."""

import signal


def run() -> None:
    """The command line. Ctrl-C while it is still being loaded ends it without a word."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    from checker.cli import main

    signal.signal(signal.SIGINT, before)
    main(prog_name="checker")


if __name__ == "__main__":
    run()
