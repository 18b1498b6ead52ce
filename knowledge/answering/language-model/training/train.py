"""Trains the language model of the answerer; see README.md here.

    train.py teach QUESTIONS BGE.onnx TOKENIZER.json --kind transformer --seed 1 --out transformer-1.pt
    train.py teach QUESTIONS BGE.onnx TOKENIZER.json --kind convolution --seed 2 --out convolution-2.pt
    train.py learn QUESTIONS BGE.onnx TOKENIZER.json --teachers *.pt --out ../weights.bin

With `--start FILE --epochs 2`, a teacher of the same kind, or the small network, goes on from what it knew before
questions were added.

`teach` trains a large network on the labelled questions and writes what it makes of them and of their variants. `learn`
trains the small network of model.ts on the labels and on what the teachers say (Hinton et al. 2015, "Distilling the
Knowledge in a Neural Network").
"""

import argparse
import random
import time

import torch
from torch.nn import functional

from bge import Transformer, read_parameters, starting_embeddings
from convolution import Convolution, read_weights, write_weights
from pieces import batches, encode, open_tokenizer, padded, read_questions
from variants import variants_of

# Some pieces are left out at each reading, so that no single word decides. The small network is told what the teachers
# make of the whole text, so hardly any may be missing, and it needs little dropout: with as much as its teachers it
# learnt too little.
LARGE = {"embedding": 192, "channels": 192, "hidden": 256, "dropout": 0.3, "left_out": 0.1, "epochs": 14, "rate": 2e-3}
TRANSFORMER = {"left_out": 0.1, "epochs": 4, "rate": 1.5e-4}
# It must answer in a fraction of a millisecond.
SMALL = {"embedding": 128, "channels": 144, "hidden": 192, "dropout": 0.1, "left_out": 0.02, "epochs": 8, "rate": 1.5e-3}
TEACHERS_WEIGHT = 0.7
TEMPERATURE = 2.0


def fit(network, encoded, loss_of, groups, epochs, left_out):
    """Trains in place. `groups` are parameter groups, each with its rate; `loss_of(scores, batch)` is minimised."""
    optimizer = torch.optim.AdamW(groups, weight_decay=0.02, fused=True)
    per_epoch = len(batches(encoded))
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [g["lr"] for g in groups], total_steps=epochs * per_epoch + 1, pct_start=0.1
    )
    began = time.time()
    for epoch in range(epochs):
        network.train()
        total = 0.0
        for batch in batches(encoded):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=isinstance(network, Transformer)):
                scores = network(*padded([encoded[i] for i in batch], left_out))
            loss = loss_of(scores.float(), batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item() / per_epoch
        print(f"epoch {epoch + 1} of {epochs}: loss {total:.3f}, {time.time() - began:.0f} s", flush=True)


def scores_of(network, encoded):
    network.eval()
    order = sorted(range(len(encoded)), key=lambda i: len(encoded[i]))
    said = {}
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=isinstance(network, Transformer)):
        for at in range(0, len(order), 128):
            rows = order[at : at + 128]
            said.update(zip(rows, network(*padded([encoded[i] for i in rows])).float()))
    return torch.stack([said[i] for i in range(len(encoded))])


def convolution(embeddings, size, classes):
    return Convolution(embeddings, size["channels"], size["hidden"], len(classes), size["dropout"])


def epochs_of(given, kind):
    return kind["epochs"] if given.epochs is None else given.epochs


def teach(given, parameters, encoded, targets, variants, classes):
    if given.kind == "transformer":
        network = Transformer(parameters, len(classes))
        rate = TRANSFORMER["rate"]
        kind = TRANSFORMER
        last = list(network.classes.parameters())
        body = [p for name, p in network.named_parameters() if not name.startswith("classes.")]
        groups = [{"params": body, "lr": rate}, {"params": last, "lr": rate * 8}]
    else:
        embeddings = starting_embeddings(parameters, LARGE["embedding"])
        torch.manual_seed(given.seed)
        network = convolution(embeddings, LARGE, classes)
        kind = LARGE
        groups = [{"params": list(network.parameters()), "lr": LARGE["rate"]}]

    if given.start is not None:
        network.load_state_dict(torch.load(given.start, weights_only=True)["network"])

    def loss_of(scores, batch):
        return functional.cross_entropy(scores, targets[batch], label_smoothing=0.03)

    fit(network, encoded, loss_of, groups, epochs_of(given, kind), kind["left_out"])
    said = scores_of(network, encoded + variants)
    torch.save({"scores": said, "classes": classes, "network": network.state_dict()}, given.out)


def learn(given, parameters, encoded, targets, variants, classes, vocabulary):
    read = [torch.load(file, weights_only=True) for file in given.teachers]
    if any(teacher["classes"] != classes or len(teacher["scores"]) != len(encoded + variants) for teacher in read):
        raise SystemExit("A teacher was trained on other questions.")
    chances = torch.stack([torch.softmax(teacher["scores"] / TEMPERATURE, -1) for teacher in read]).mean(0)
    embeddings = starting_embeddings(parameters, SMALL["embedding"])
    torch.manual_seed(given.seed)
    network = convolution(embeddings, SMALL, classes)
    if given.start is not None:
        read_weights(network, vocabulary, given.start)

    def loss_of(scores, batch):
        said = torch.log_softmax(scores / TEMPERATURE, -1)
        as_teachers = TEMPERATURE**2 * functional.kl_div(said, chances[batch], reduction="batchmean")
        labelled = [row for row, i in enumerate(batch) if i < len(targets)]
        wanted = targets[[batch[row] for row in labelled]]
        as_labelled = functional.cross_entropy(scores[labelled], wanted, reduction="sum") / len(batch)
        return TEACHERS_WEIGHT * as_teachers + (1 - TEACHERS_WEIGHT) * as_labelled

    groups = [{"params": list(network.parameters()), "lr": SMALL["rate"]}]
    fit(network, encoded + variants, loss_of, groups, epochs_of(given, SMALL), SMALL["left_out"])
    return network


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=["teach", "learn"])
    parser.add_argument("questions")
    parser.add_argument("onnx")
    parser.add_argument("tokenizer")
    parser.add_argument("--kind", choices=["transformer", "convolution"], default="convolution")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start")
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--teachers", nargs="+", default=[])
    parser.add_argument("--out", required=True)
    given = parser.parse_args()

    corpus, texts, labels = read_questions(given.questions)
    classes = sorted(set(labels))
    targets = torch.tensor([classes.index(label) for label in labels])
    tokenizer = open_tokenizer(given.tokenizer)
    encoded, variants = encode(tokenizer, texts), encode(tokenizer, variants_of(texts))
    parameters = read_parameters(given.onnx)
    random.seed(given.seed)
    torch.manual_seed(given.seed)
    if given.step == "teach":
        teach(given, parameters, encoded, targets, variants, classes)
        return
    vocabulary = [piece for piece, _ in sorted(tokenizer.get_vocab().items(), key=lambda entry: entry[1])]
    network = learn(given, parameters, encoded, targets, variants, classes, vocabulary)
    write_weights(network, classes, vocabulary, encoded, corpus, given.out)


if __name__ == "__main__":
    main()
