"""The editor of the attributes that describe documents and cases."""
