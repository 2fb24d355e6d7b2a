"""What lists of documents and of cases share: attributes, filters, groups, columns."""
