"""The published parameters of BGE (`bge-small-zh-v1.5`), and its network with a layer that tells classes apart."""

import numpy
import onnx
import torch
from torch import nn
from torch.nn import functional

from pieces import positions

SIZE, HEADS, INNER, LAYERS, LONGEST, VOCABULARY = 512, 8, 2048, 4, 512, 21128
DROPOUT = 0.1


def read_parameters(onnx_file):
    """All parameters by name. The matrices are stored as one scale and eight bits a value."""
    arrays = {i.name: onnx.numpy_helper.to_array(i) for i in onnx.load(onnx_file).graph.initializer}
    stored_whole = [n for n, values in arrays.items() if values.dtype == numpy.float32 and not n.endswith("_scale")]
    found = {name: arrays[name] for name in stored_whole}
    for stored in [n for n in arrays if n.endswith("_quantized")]:
        name = stored.removesuffix("_quantized")
        zero, scale = arrays[name + "_zero_point"], arrays[name + "_scale"]
        found[name] = (arrays[stored].astype(numpy.float32) - zero.astype(numpy.float32)) * scale
    return {name: torch.tensor(numpy.ascontiguousarray(values)) for name, values in found.items()}


def starting_embeddings(parameters, size):
    """Word embeddings, reduced to `size` dimensions by principal components."""
    full = parameters["embeddings.word_embeddings.weight"]
    centred = full - full.mean(0)
    torch.manual_seed(0)
    _, _, components = torch.pca_lowrank(centred, q=size, center=False, niter=4)
    reduced = centred @ components
    return reduced / reduced.std() * 0.3


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(SIZE, SIZE) for _ in range(4))
        self.wide, self.narrow = nn.Linear(SIZE, INNER), nn.Linear(INNER, SIZE)
        self.after_attention, self.after_inner = (nn.LayerNorm(SIZE, eps=1e-12) for _ in range(2))

    def forward(self, values, mask):
        def heads(matrix):
            return matrix.view(*matrix.shape[:2], HEADS, SIZE // HEADS).transpose(1, 2)

        share = DROPOUT if self.training else 0.0
        attended = functional.scaled_dot_product_attention(
            heads(self.query(values)), heads(self.key(values)), heads(self.value(values)), attn_mask=mask, dropout_p=share
        )
        joined = self.out(attended.transpose(1, 2).reshape(values.shape))
        values = self.after_attention(values + functional.dropout(joined, share))
        return self.after_inner(values + functional.dropout(self.narrow(functional.gelu(self.wide(values))), share))


class Transformer(nn.Module):
    """BGE's network; a question is its first position and the mean of all."""

    def __init__(self, parameters, classes):
        super().__init__()
        self.words, self.places = nn.Embedding(VOCABULARY, SIZE), nn.Embedding(LONGEST, SIZE)
        self.kind = nn.Parameter(torch.zeros(SIZE))
        self.norm = nn.LayerNorm(SIZE, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.classes = nn.Linear(2 * SIZE, classes)
        self.start_from(parameters)

    def start_from(self, parameters):
        self.words.weight.data = parameters["embeddings.word_embeddings.weight"].clone()
        self.places.weight.data = parameters["embeddings.position_embeddings.weight"].clone()
        self.kind.data = parameters["embeddings.token_type_embeddings.weight"][0].clone()
        self.norm.weight.data = parameters["embeddings.LayerNorm.weight"].clone()
        self.norm.bias.data = parameters["embeddings.LayerNorm.bias"].clone()
        # The file names its matrices by their order in the network, the biases and norms by the layer.
        numbered = sorted((name for name in parameters if name.startswith("onnx::MatMul_")), key=lambda n: int(n.split("_")[1]))
        names = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "out": "attention.output.dense",
            "wide": "intermediate.dense",
            "narrow": "output.dense",
            "after_attention": "attention.output.LayerNorm",
            "after_inner": "output.LayerNorm",
        }
        for depth, layer in enumerate(self.layers):
            for order, (own, published) in enumerate(names.items()):
                module, prefix = getattr(layer, own), f"encoder.layer.{depth}.{published}"
                matrix = parameters[numbered[depth * 6 + order]].T if order < 6 else parameters[prefix + ".weight"]
                module.weight.data = matrix.contiguous().clone()
                module.bias.data = parameters[prefix + ".bias"].clone()

    def forward(self, ids, lengths):
        there = positions(ids, lengths)
        values = self.norm(self.words(ids) + self.places.weight[: ids.shape[1]] + self.kind)
        values = functional.dropout(values, DROPOUT, self.training)
        for layer in self.layers:
            values = layer(values, there[:, None, None, :])
        mean = (values * there[:, :, None]).sum(1) / lengths[:, None]
        pooled = torch.cat([values[:, 0], mean], 1)
        return self.classes(functional.dropout(pooled, DROPOUT, self.training))
