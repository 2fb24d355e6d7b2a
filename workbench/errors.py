"""Problems that a person can understand and mend.

Everything else that goes wrong is a mistake of ours and rises to the crash hook.
"""


class WorkbenchError(Exception):
    """One sentence that says what happened and what to do."""


class UnreadableFile(WorkbenchError):
    """A file that cannot be imported."""


class UnusableProject(WorkbenchError):
    """A project file that cannot be opened, or not as asked."""


class ReadOnlyProject(WorkbenchError):
    """A change was asked for in a project that is open for reading only."""


class NotFound(WorkbenchError):
    """Something was named that is not in the project, or more than once."""


class InvalidValue(WorkbenchError):
    """A value that the project cannot take: an empty name, a date that is none."""


class NothingToUndo(WorkbenchError):
    """There is no step to take back, or none to do again."""


class StillRunning(WorkbenchError):
    """What undo would take back is not through yet."""


class ChangedElsewhere(WorkbenchError):
    """Another program changed rows that undo would have to restore."""
