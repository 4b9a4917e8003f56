"""The tour: the real window driven through the main job by real mouse and key events, checking itself."""
