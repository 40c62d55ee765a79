"""`checker serve`: a page on this machine for those who use no shell.

texts (what a form gives, as a set) → checks (what was checked, in memory only) → views (the pages), word
(the document with comments); guard keeps others out, app answers requests, serving runs it.
"""
