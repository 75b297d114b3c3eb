### Views that are kept under a name.

head = Saved views
why = What is shown now – tab, date, filters, order, columns, range and selection – under a name, or as a link to hand on.
name = Name of the view
keep = Keep
none = None is kept yet
forget = Forget { $name }
copy = Copy the link to { $name }
