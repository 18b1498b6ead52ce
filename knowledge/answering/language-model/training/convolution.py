"""The network of model.ts, and the file that it is stored in."""

import collections
import json
import re
import struct

import numpy
import torch
from torch import nn
from torch.nn import functional

from pieces import END, START, positions

WIDTHS = (1, 2, 3, 4)
# As in model.ts.
FREQUENT_PIECES = 1_500
UNKNOWN = 100
KEPT_PIECE = re.compile(r"(##)?[a-z0-9!-~\u2010-\u2027\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+")


class Convolution(nn.Module):
    """Windows that hold no piece are masked, so that padding changes nothing."""

    def __init__(self, embeddings, channels, hidden, classes, dropout):
        super().__init__()
        self.dropout = dropout
        size = embeddings.shape[1]
        self.embeddings = nn.Embedding.from_pretrained(embeddings.clone(), freeze=False)
        self.windows = nn.ModuleList(nn.Conv1d(size, channels, k, padding=k - 1) for k in WIDTHS)
        self.inner = nn.Linear(channels * len(WIDTHS) * 2, hidden)
        self.outer = nn.Linear(hidden, classes)

    def forward(self, ids, lengths):
        pieces = self.embeddings(ids) * positions(ids, lengths)[:, :, None]
        pieces = self.drop(pieces, self.dropout / 2).transpose(1, 2)
        features = []
        for width, window in zip(WIDTHS, self.windows):
            values = torch.relu(window(pieces))
            real = torch.arange(values.shape[2])[None, :] < (lengths + width - 1)[:, None]
            values = values * real[:, None, :]
            features += [values.max(2)[0], values.sum(2) / lengths[:, None] ** 0.5]
        hidden = torch.relu(self.inner(self.drop(torch.cat(features, 1), self.dropout)))
        return self.outer(self.drop(hidden, self.dropout))

    def drop(self, values, share):
        return functional.dropout(values, share, self.training)


class Body:
    """Matrices and biases one after the other: see `parseLanguageModel` in model.ts."""

    def __init__(self):
        self.bytes = b""

    def matrix(self, values):
        values = values.detach().numpy()
        scales = numpy.abs(values).max(1) / 127
        scales[scales == 0] = 1
        rounded = numpy.clip(numpy.round(values / scales[:, None]), -127, 127).astype(numpy.int8)
        self.bytes += scales.astype("<f4").tobytes() + rounded.tobytes()

    def bias(self, values):
        self.bytes += values.detach().numpy().astype("<f4").tobytes()


def write_weights(network, classes, vocabulary, encoded, corpus, file):
    kept = [i for i, piece in enumerate(vocabulary) if i in (UNKNOWN, START, END) or KEPT_PIECE.fullmatch(piece)]
    row_of = {old: new for new, old in enumerate(kept)}
    counts = collections.Counter(row_of[i] for ids in encoded for i in ids if i in row_of)
    size = network.embeddings.embedding_dim
    body = Body()
    body.matrix(network.embeddings.weight[kept])
    for window in network.windows:
        body.matrix(window.weight.permute(2, 0, 1).reshape(-1, size))
        body.bias(window.bias)
    for layer in (network.inner, network.outer):
        body.matrix(layer.weight)
        body.bias(layer.bias)
    header = {
        "classes": classes,
        "pieces": [vocabulary[i] for i in kept],
        "frequent": [row for row, _ in counts.most_common(FREQUENT_PIECES)],
        "embedding": size,
        "channels": network.windows[0].out_channels,
        "hidden": network.inner.out_features,
        "widths": WIDTHS,
        "corpus": corpus,
    }
    head = json.dumps(header, ensure_ascii=False).encode()
    with open(file, "wb") as out:
        out.write(struct.pack("<I", len(head)) + head + body.bytes)


def read_weights(network, vocabulary, file):
    """Takes over the weights of a file that `write_weights` wrote, for a network of the same size."""
    with open(file, "rb") as stored:
        (length,) = struct.unpack("<I", stored.read(4))
        header, body = json.loads(stored.read(length)), stored.read()
    at = 0

    def bias(count):
        nonlocal at
        values = numpy.frombuffer(body, "<f4", count, at)
        at += 4 * count
        return torch.tensor(values)

    def matrix(rows, columns):
        nonlocal at
        scales = bias(rows)
        values = numpy.frombuffer(body, numpy.int8, rows * columns, at).reshape(rows, columns)
        at += rows * columns
        return torch.tensor(values.astype(numpy.float32)) * scales[:, None]

    size = network.embeddings.embedding_dim
    number_of = {piece: i for i, piece in enumerate(vocabulary)}
    kept = torch.tensor([number_of[piece] for piece in header["pieces"]])
    with torch.no_grad():
        network.embeddings.weight[kept] = matrix(len(kept), size)
        for width, window in zip(WIDTHS, network.windows):
            rows = matrix(width * window.out_channels, size)
            window.weight.copy_(rows.reshape(width, window.out_channels, size).permute(1, 2, 0))
            window.bias.copy_(bias(window.out_channels))
        for layer in (network.inner, network.outer):
            layer.weight.copy_(matrix(*layer.weight.shape))
            layer.bias.copy_(bias(layer.out_features))
