"""What file dialogs offer."""

from workbench.operations.importing import READABLE

DOCUMENTS = f"Documents ({' '.join(f'*{it}' for it in READABLE)});;All files (*)"
