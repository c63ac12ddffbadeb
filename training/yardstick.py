"""Train a spaCy CNN pipeline on the same corpus, to measure by: python -m training.yardstick --corpus DIR --out DIR."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
from spacy.cli.init_config import fill_config
from spacy.cli.train import train
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from pipeline.encoder.decoding import spans
from training.corpus import Document
from training.evaluate import as_doc
from training.train import corpus_part

# The shape of spaCy's own small pipelines: 96 wide, four convolutions deep, hashed embeddings, no vectors.
_CONFIG = """
[paths]
train = ""
dev = ""
[nlp]
lang = "nb"
pipeline = ["tok2vec","morphologizer","trainable_lemmatizer","ner"]
batch_size = 256
[components]
[components.tok2vec]
factory = "tok2vec"
[components.tok2vec.model]
@architectures = "spacy.HashEmbedCNN.v2"
pretrained_vectors = null
width = 96
depth = 4
embed_size = 2000
window_size = 1
maxout_pieces = 3
subword_features = true
[components.morphologizer]
factory = "morphologizer"
[components.morphologizer.model]
@architectures = "spacy.Tagger.v2"
[components.morphologizer.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = ${components.tok2vec.model.width}
[components.trainable_lemmatizer]
factory = "trainable_lemmatizer"
[components.trainable_lemmatizer.model]
@architectures = "spacy.Tagger.v2"
[components.trainable_lemmatizer.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = ${components.tok2vec.model.width}
[components.ner]
factory = "ner"
[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "ner"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true
[components.ner.model.tok2vec]
@architectures = "spacy.HashEmbedCNN.v2"
pretrained_vectors = null
width = 96
depth = 4
embed_size = 2000
window_size = 1
maxout_pieces = 3
subword_features = true
[corpora]
[corpora.train]
@readers = "spacy.Corpus.v1"
path = ${paths.train}
max_length = 2000
[corpora.dev]
@readers = "spacy.Corpus.v1"
path = ${paths.dev}
[training]
max_epochs = 8
max_steps = 0
eval_frequency = 1000
[training.batcher]
@batchers = "spacy.batch_by_words.v1"
size = 1500
tolerance = 0.2
[training.optimizer]
@optimizers = "Adam.v1"
[training.score_weights]
ents_f = 1.0
[initialize]
"""


def main() -> None:
    """Write the corpus in spaCy's form, train, and leave the best pipeline in `model-best`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    vocabulary = spacy.blank("nb").vocab
    for part in ("train", "dev"):
        packed = DocBin(docs=_gold(corpus_part(options.corpus, part), vocabulary))
        packed.to_disk(options.out / f"{part}.spacy")
    config = options.out / "config.cfg"
    config.write_text(_CONFIG, encoding="utf-8")
    fill_config(config, config, silent=True)
    paths = {f"paths.{part}": str(options.out / f"{part}.spacy") for part in ("train", "dev")}
    train(config, options.out, overrides=paths)


def _gold(documents: Sequence[Document], vocabulary: Vocab) -> Iterator[Doc]:
    """The documents with the corpus's own marks."""
    for document in documents:
        doc = as_doc(document, vocabulary)
        words = [token for token in doc if not token.is_space]
        tokens = [token for sentence in document.sentences for token in sentence.tokens]
        for word, token in zip(words, tokens, strict=True):
            word.pos_, word.lemma_ = token.pos, token.lemma
            word.set_morph(token.features)
        found = spans([token.entity for token in tokens])
        doc.ents = tuple(
            Span(doc, words[start].i, words[end - 1].i + 1, label=kind)
            for start, end, kind in found
            if not any(token.is_space for token in doc[words[start].i : words[end - 1].i + 1])
        )
        yield doc


if __name__ == "__main__":
    main()
