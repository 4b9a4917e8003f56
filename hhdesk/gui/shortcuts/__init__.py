"""All keys on one page, made of the table of actions."""
