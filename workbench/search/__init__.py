"""Search: Whoosh's query language compiled to SQL over SQLite's full-text index.

`indexing` says what the index holds. `reading` turns what was typed into a `tree`,
asking `conditions` for the documents of each condition. The modules beside this one
find what the tree asks for: `planning` looks where the index alone cannot tell,
`selecting` compiles to SQL, `best` ranks, and `marking` finds the characters.
`telling` explains and suggests. `searcher` is the door to all of it.
"""
