"""Numbers in a text: found with their kind, and compared with what a deck's claims say."""

from utils.wording.numbers.compare import agrees, compare
from utils.wording.numbers.dates import Comparison
from utils.wording.numbers.finding import found
from utils.wording.numbers.known import Known, Stated, of
from utils.wording.numbers.number import Number

__all__ = ["Comparison", "Known", "Number", "Stated", "agrees", "compare", "found", "of"]
