"""Write every golden output anew."""

from __future__ import annotations

import os
import shutil

from tests.reports.golden import CASES, FOLDER, ROOT, cases_kept, outputs

os.chdir(ROOT)
for name in cases_kept():
    shutil.rmtree(FOLDER / name)
for case in CASES:
    (FOLDER / case).mkdir()
    for name, text in outputs(case).items():
        (FOLDER / case / name).write_text(text, encoding="utf-8")
