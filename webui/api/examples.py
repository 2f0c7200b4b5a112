"""Values to try the API with, taken from this archive, so that every example finds something."""

from collections import defaultdict
from collections.abc import Mapping

from webui.api.endpoint import Endpoint, Parameter
from webui.rooms import rooms

# Letters of a word that suggestions are asked for.
BEGINNING = 4


def examples() -> Mapping[str, str]:
    """What {id}, {query} and {beginning} stand for: a document, a word of titles, how it begins.

    None of them where the archive is empty.
    """
    here = rooms()
    newest = here.archive.titles(1)
    front = here.front()
    queries = [example.state.text for example in front.examples]
    query = next((text for text in queries if text.isalpha()), "".join(queries[:1]))
    return {
        "id": newest[0][0] if newest else "",
        "query": query,
        "beginning": query[:BEGINNING],
    }


def example_of(parameter: Parameter, known: Mapping[str, str]) -> str:
    """A value for a parameter; empty where none is needed, or none is there."""
    return parameter.example.format_map(defaultdict(str, known))


def try_values(endpoint: Endpoint, known: Mapping[str, str]) -> dict[str, str]:
    """What the example of an endpoint asks, by the parameter's name."""
    tried = {each.name: example_of(each, known) for each in endpoint.parameters}
    return {name: value for name, value in tried.items() if value}
