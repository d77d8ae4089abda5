"""Reading the lists that rooms keep beside their code."""

import msgspec
import pytest

from crossbearing.ontology import listed


def test_a_list_of_another_shape_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        listed("crossbearing.ontology", "words.yaml", dict[str, int])


def test_a_list_that_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="no_such_list"):
        listed("crossbearing.ontology", "no_such_list.yaml", dict[str, str])
