"""What the commands of `cli` do: each module a command or what several share."""
