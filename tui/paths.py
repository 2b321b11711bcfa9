"""Where shipped files and the reader's own folders lie; `BACKSTORY_*_DIR` beats the platform's custom."""

import os
from pathlib import Path

from platformdirs import PlatformDirs

_PLATFORM = PlatformDirs("backstory", appauthor=False)


def seeds() -> Path:
    """Folder of the bundled collection."""
    return _shipped("seeds")


def styles() -> Path:
    """Folder of the style sheets."""
    return _shipped("styles")


def data() -> Path:
    """Folder of notes and corrections: the only one to back up. Not created here."""
    return _own("BACKSTORY_DATA_DIR", _PLATFORM.user_data_dir)


def config() -> Path:
    """Folder of config.toml. Not created here."""
    return _own("BACKSTORY_CONFIG_DIR", _PLATFORM.user_config_dir)


def state() -> Path:
    """Folder of reading positions, the trail and drafts. Not created here."""
    return _own("BACKSTORY_STATE_DIR", _PLATFORM.user_state_dir)


def cache() -> Path:
    """Folder of what can be made again at any time. Not created here."""
    return _own("BACKSTORY_CACHE_DIR", _PLATFORM.user_cache_dir)


def is_there(path: Path) -> bool:
    """Whether a file is there; one in a folder that may not be looked into is not."""
    try:
        return path.exists()
    except OSError:
        return False


def _shipped(name: str) -> Path:
    """A shipped folder: inside the package once installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / name
    return inside if inside.is_dir() else package.parent / name


def _own(variable: str, fallback: str) -> Path:
    return Path(os.environ.get(variable) or fallback)
