"""Pure functions on text: strings and spans in, spans and values out."""
