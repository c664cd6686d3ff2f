"""What goes into the room: Python, scripts and styles, fonts, icons and crisis lines."""
