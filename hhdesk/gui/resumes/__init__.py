"""The Search section: filters, results, the reader with its acts, and the PDF pane."""
