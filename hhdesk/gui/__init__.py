"""The windows, models and delegates."""
