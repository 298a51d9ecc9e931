"""The floor plan of Groundswell. A room imports only from the floors below it.

pages                                        one question each
cli | serve                                  the terminal | the server
ui | edition                                 the app, alone in knowing Streamlit | plain pages
views                                        what a view shows, whoever shows it
figures | claims | wording | export |        draw | say | word | give |
    store | uploads | archives               keep | receive | count
analysis | catalog | sources | download      ask | read cards | read replies | fetch
language                                     words, numbers and dates of the reader
model                                        the nouns everybody shares

Two wings share this ground. The gathering wing (catalog, sources, download, store, uploads,
archives) brings evidence in. The telling wing (analysis, figures, claims, wording, export,
views, edition) makes something of it and never fetches. They meet only in ``ui`` and ``cli``.
``lint-imports`` holds everyone to it.
"""
