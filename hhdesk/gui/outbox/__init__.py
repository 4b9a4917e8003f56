"""What was decided and is on its way to hh.ru: waiting, in doubt, refused, done."""
