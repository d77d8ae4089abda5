"""Whether a clause behind a verb of demanding or fearing tells what is so ("insists it withdrew")."""

from spacy.tokens import Token

from crossbearing.reading.rules_v1.lexicon import certainty_words


def is_told_in_warning(token: Token) -> bool:
    """Whether it stands in a clause that tells what is so, of which somebody warns: "warned that many are fleeing".

    Not so "warned that thousands would flee", "warned of an attack".
    """
    clause = next((t for t in (token, *token.ancestors) if t.dep_ == "ccomp"), token)
    return clause.dep_ == "ccomp" and clause.head.lemma_ in certainty_words().warning and is_told(clause)


def is_told(clause: Token) -> bool:
    """Whether a verb tells what was ("insists it withdrew") and not what is to be ("insists that it withdraw")."""
    finite = {"VBD", "VBZ", *(["VBP"] if clause.head.lemma_ in certainty_words().warning else ())}
    return clause.tag_ in finite or any(
        c.dep_ in {"aux", "auxpass"} and c.tag_ in finite | {"VBP"} and c.lower_ != "be" for c in clause.children
    )
