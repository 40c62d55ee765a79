"""What helps who writes rules: tests beside them, lint, trial on two sentences, templates, manual pages."""
