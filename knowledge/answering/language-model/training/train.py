"""Trains the language model of the answerer and writes `../weights.bin`.

    npm run --silent model:questions > questions.jsonl
    python3 -m venv venv && venv/bin/pip install -r requirements.txt
    venv/bin/python train.py questions.jsonl PATH/TO/bge-small-zh-v1.5-q.onnx PATH/TO/tokenizer.json

See README.md here for where the two files come from. About a quarter of an hour on two cores; the same seed on the same
machine gives the same weights.
"""

import argparse
import collections
import json
import random
import re
import struct

import numpy
import onnx
import torch
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

SEED = 1
EMBEDDING = 128
CHANNELS = 192
HIDDEN = 256
WIDTHS = (1, 2, 3, 4)
EPOCHS = 16
BATCH = 64
RATE = 2e-3
DROPOUT = 0.3
# A tenth of the pieces is left out at each reading, so that no single word decides.
PIECES_LEFT_OUT = 0.1
# As in model.ts.
PIECE_LIMIT = 160
FREQUENT_PIECES = 1_500
START, END = 101, 102
KEPT_PIECE = re.compile(r"(##)?[a-z0-9!-~\u2010-\u2027\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+")


def starting_embeddings(onnx_file):
    """Word embeddings of BGE, reduced to EMBEDDING dimensions by principal components."""
    arrays = {i.name: onnx.numpy_helper.to_array(i) for i in onnx.load(onnx_file).graph.initializer}
    name = "embeddings.word_embeddings.weight"
    full = arrays[name + "_quantized"].astype(numpy.float32) - arrays[name + "_zero_point"].astype(numpy.float32)
    centred = torch.tensor(full * arrays[name + "_scale"])
    centred -= centred.mean(0)
    torch.manual_seed(0)
    _, _, components = torch.pca_lowrank(centred, q=EMBEDDING, center=False, niter=4)
    reduced = centred @ components
    return reduced / reduced.std() * 0.3


class Network(nn.Module):
    """The network of model.ts. Windows that hold no piece are masked, so that padding changes nothing."""

    def __init__(self, embeddings, classes):
        super().__init__()
        self.embeddings = nn.Embedding.from_pretrained(embeddings, freeze=False)
        self.windows = nn.ModuleList(nn.Conv1d(EMBEDDING, CHANNELS, k, padding=k - 1) for k in WIDTHS)
        self.inner = nn.Linear(CHANNELS * len(WIDTHS) * 2, HIDDEN)
        self.outer = nn.Linear(HIDDEN, classes)

    def forward(self, ids, lengths):
        there = torch.arange(ids.shape[1])[None, :] < lengths[:, None]
        pieces = self.drop(self.embeddings(ids) * there[:, :, None], DROPOUT / 2).transpose(1, 2)
        features = []
        for width, window in zip(WIDTHS, self.windows):
            values = torch.relu(window(pieces))
            real = torch.arange(values.shape[2])[None, :] < (lengths + width - 1)[:, None]
            values = values * real[:, None, :]
            features += [values.max(2)[0], values.sum(2) / lengths[:, None] ** 0.5]
        hidden = torch.relu(self.inner(self.drop(torch.cat(features, 1), DROPOUT)))
        return self.outer(self.drop(hidden, DROPOUT))

    def drop(self, values, share):
        return functional.dropout(values, share, self.training)


def batches(encoded):
    """Batches of about equally long questions, in random order."""
    order = random.sample(range(len(encoded)), len(encoded))
    chunks = [order[i : i + BATCH * 10] for i in range(0, len(order), BATCH * 10)]
    for chunk in chunks:
        chunk.sort(key=lambda i: len(encoded[i]))
    all_batches = [chunk[i : i + BATCH] for chunk in chunks for i in range(0, len(chunk), BATCH)]
    return random.sample(all_batches, len(all_batches))


def padded(encoded):
    kept = [[p for p in ids if p in (START, END) or random.random() > PIECES_LEFT_OUT] for ids in encoded]
    lengths = torch.tensor([len(ids) for ids in kept])
    filled = torch.zeros(len(kept), int(lengths.max()), dtype=torch.long)
    for row, ids in enumerate(kept):
        filled[row, : len(ids)] = torch.tensor(ids)
    return filled, lengths


def train(encoded, targets, embeddings, classes):
    random.seed(SEED)
    torch.manual_seed(SEED)
    network = Network(embeddings, classes)
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.02)
    steps = EPOCHS * (len(encoded) // BATCH + 20)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.1)
    network.train()
    for epoch in range(EPOCHS):
        total = 0.0
        for batch in batches(encoded):
            scores = network(*padded([encoded[i] for i in batch]))
            loss = functional.cross_entropy(scores, targets[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item() * len(batch)
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {total / len(encoded):.3f}", flush=True)
    return network


class Weights:
    """The body of the weights file: see `parseLanguageModel` in model.ts."""

    def __init__(self):
        self.body = b""

    def matrix(self, values):
        values = values.detach().numpy()
        scales = numpy.abs(values).max(1) / 127
        scales[scales == 0] = 1
        rounded = numpy.clip(numpy.round(values / scales[:, None]), -127, 127).astype(numpy.int8)
        self.body += scales.astype("<f4").tobytes() + rounded.tobytes()

    def bias(self, values):
        self.body += values.detach().numpy().astype("<f4").tobytes()


def write(network, classes, vocabulary, encoded, corpus, file):
    kept = [i for i, piece in enumerate(vocabulary) if i in (100, START, END) or KEPT_PIECE.fullmatch(piece)]
    row_of = {old: new for new, old in enumerate(kept)}
    counts = collections.Counter(row_of[i] for ids in encoded for i in ids if i in row_of)
    weights = Weights()
    weights.matrix(network.embeddings.weight[kept])
    for window in network.windows:
        weights.matrix(window.weight.permute(2, 0, 1).reshape(-1, EMBEDDING))
        weights.bias(window.bias)
    for layer in (network.inner, network.outer):
        weights.matrix(layer.weight)
        weights.bias(layer.bias)
    header = {
        "classes": classes,
        "pieces": [vocabulary[i] for i in kept],
        "frequent": [row for row, _ in counts.most_common(FREQUENT_PIECES)],
        "embedding": EMBEDDING,
        "channels": CHANNELS,
        "hidden": HIDDEN,
        "widths": WIDTHS,
        "corpus": corpus,
    }
    head = json.dumps(header, ensure_ascii=False).encode()
    with open(file, "wb") as out:
        out.write(struct.pack("<I", len(head)) + head + weights.body)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions")
    parser.add_argument("onnx")
    parser.add_argument("tokenizer")
    parser.add_argument("--out", default="../weights.bin")
    given = parser.parse_args()
    with open(given.questions, encoding="utf-8") as lines:
        corpus, *questions = [json.loads(line) for line in lines]
    tokenizer = Tokenizer.from_file(given.tokenizer)
    tokenizer.no_padding()
    tokenizer.enable_truncation(PIECE_LIMIT)
    encoded = [tokenizer.encode(q["text"]).ids for q in questions]
    classes = sorted({q["label"] for q in questions})
    targets = torch.tensor([classes.index(q["label"]) for q in questions])
    vocabulary = [piece for piece, _ in sorted(tokenizer.get_vocab().items(), key=lambda entry: entry[1])]
    network = train(encoded, targets, starting_embeddings(given.onnx), len(classes))
    write(network, classes, vocabulary, encoded, corpus["corpus"], given.out)


if __name__ == "__main__":
    main()
