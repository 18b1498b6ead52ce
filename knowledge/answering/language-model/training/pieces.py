"""Questions as pieces of text, in batches. The pieces are those of BGE's tokenizer, as tokenizer.ts cuts them."""

import json
import random

import torch
from tokenizers import Tokenizer

BATCH = 64
# As in model.ts.
PIECE_LIMIT = 160
START, END = 101, 102


def read_questions(file):
    """The digest of the corpus, the questions, and their labels."""
    with open(file, encoding="utf-8") as lines:
        head, *rows = [json.loads(line) for line in lines]
    return head["corpus"], [row["text"] for row in rows], [row["label"] for row in rows]


def open_tokenizer(file):
    tokenizer = Tokenizer.from_file(file)
    tokenizer.no_padding()
    tokenizer.enable_truncation(PIECE_LIMIT)
    return tokenizer


def encode(tokenizer, texts):
    return [tokenizer.encode(text).ids for text in texts]


def batches(encoded):
    """Batches of about equally long questions, in random order."""
    order = random.sample(range(len(encoded)), len(encoded))
    chunks = [order[i : i + BATCH * 10] for i in range(0, len(order), BATCH * 10)]
    for chunk in chunks:
        chunk.sort(key=lambda i: len(encoded[i]))
    all_batches = [chunk[i : i + BATCH] for chunk in chunks for i in range(0, len(chunk), BATCH)]
    return random.sample(all_batches, len(all_batches))


def padded(encoded, left_out=0.0):
    kept = [[p for p in ids if p in (START, END) or random.random() >= left_out] for ids in encoded]
    lengths = torch.tensor([len(ids) for ids in kept])
    filled = torch.zeros(len(kept), int(lengths.max()), dtype=torch.long)
    for row, ids in enumerate(kept):
        filled[row, : len(ids)] = torch.tensor(ids)
    return filled, lengths


def positions(ids, lengths):
    """True where a question has a piece, false where it is padded."""
    return torch.arange(ids.shape[1])[None, :] < lengths[:, None]
