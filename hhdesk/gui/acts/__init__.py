"""The dialog of an act of hh.ru's, built from its `arguments[]`; invitations and responses share it."""
