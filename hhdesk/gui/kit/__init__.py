"""The set of parts every pane is built from. See README.md beside this file."""
