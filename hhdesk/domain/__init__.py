"""Values and errors that cross floors."""
