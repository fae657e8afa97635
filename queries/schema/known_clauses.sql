-- id: known_clauses
-- why: Clauses known from elsewhere to be common among agencies: those of the published build, when a few reports are checked beside it. Empty in a build.
CREATE TEMP TABLE IF NOT EXISTS known_clauses (
    is_demo BOOLEAN NOT NULL,
    clause_key UBIGINT NOT NULL
)
