"""Quality assurance for machine-translated Chinese news."""

__version__ = "0.1.0"
