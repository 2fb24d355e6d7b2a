"""What only some files need is not loaded when the program starts."""

import subprocess
import sys


def test_format_libraries_are_loaded_only_when_needed() -> None:
    program = (
        "import sys, workbench.importing.readers;"
        "print(sorted({'chardet', 'selectolax', 'markdown_it'} & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"
