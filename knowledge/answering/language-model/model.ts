import { createTokenizer } from './tokenizer.ts';

/** What the training wrote at the head of the weights file. */
interface Header {
  /** Matters that the model tells apart: topics, subjects, and `unstated:<topic>`. */
  classes: string[];
  /** Pieces of text, in the order of their rows. */
  pieces: string[];
  /** Rows of the most frequent pieces: their share in every window is computed when the model is loaded. */
  frequent: number[];
  embedding: number;
  channels: number;
  hidden: number;
  /** Widths of the windows that are laid over the text, in pieces. */
  widths: number[];
  /** Of the questions that it was trained on, so that a test can tell when it must be trained anew. */
  corpus: string;
}

/** What the language model makes of a text. */
interface Reading {
  /** How probable each class is, 0 to 1; they add up to 1. */
  chances: Float32Array;
  /** The text's meaning as a vector of length 1: texts that mean the same are near each other. */
  vector: Float32Array;
}

export interface LanguageModel {
  classes: readonly string[];
  corpus: string;
  /** Takes a normalised text. Pure: the same text gives the same reading. */
  read(text: string): Reading;
}

/** Longest text that is read, in pieces; of a longer one both ends. */
const pieceLimit = 160;
/** Pieces whose windows are kept ready; beyond them they are computed anew each time. */
const keptPieces = 6_000;

interface Matrix {
  rows: number;
  columns: number;
  values: Float32Array;
}

/**
 * Reads a weights file: the length of a JSON header as four bytes (little endian), the header, then each matrix as
 * one float32 scale a row followed by int8 rows, and each bias as float32.
 *
 * The network is a convolution over pieces of text (Kim 2014, "Convolutional Neural Networks for Sentence
 * Classification"): windows of one to four pieces, the strongest and the mean of each channel, one hidden layer. Since
 * a window's value is a sum over its pieces, each piece's share is computed once and kept.
 */
export function parseLanguageModel(bytes: Uint8Array): LanguageModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headerLength))) as Header;
  let at = 4 + headerLength;
  const floats = (count: number): Float32Array => {
    const values = Float32Array.from({ length: count }, (_, i) => view.getFloat32(at + 4 * i, true));
    at += 4 * count;
    return values;
  };
  const matrix = (rows: number, columns: number): Matrix => {
    const scales = floats(rows);
    const values = new Float32Array(rows * columns);
    for (let row = 0, i = 0; row < rows; row++) {
      const scale = scales[row] ?? 0;
      for (let column = 0; column < columns; column++, i++) values[i] = view.getInt8(at + i) * scale;
    }
    at += rows * columns;
    return { rows, columns, values };
  };

  const { classes, pieces, widths, embedding, channels, hidden } = header;
  const embeddings = matrix(pieces.length, embedding);
  const windows = widths.map((width) => ({
    width,
    // One row a channel and position in the window: row `position * channels + channel`.
    weights: matrix(width * channels, embedding),
    bias: floats(channels),
  }));
  const inner = { weights: matrix(hidden, widths.length * channels * 2), bias: floats(hidden) };
  const outer = { weights: matrix(classes.length, hidden), bias: floats(classes.length) };
  const tokenize = createTokenizer(pieces);

  const compute = (piece: number): Float32Array[] => {
    const from = piece * embedding;
    const vector = embeddings.values.subarray(from, from + embedding);
    return windows.map(({ weights }) => multiply(weights, vector));
  };
  const kept = new Map(header.frequent.map((piece) => [piece, compute(piece)]));
  const sharesOf = (piece: number): Float32Array[] => {
    const known = kept.get(piece);
    if (known !== undefined) return known;
    const shares = compute(piece);
    if (kept.size < keptPieces) kept.set(piece, shares);
    return shares;
  };

  const read = (text: string): Reading => {
    const shares = tokenize(text, pieceLimit).map(sharesOf);
    const features = new Float32Array(widths.length * channels * 2);
    const sum = new Float32Array(channels);
    for (const [index, { width, bias }] of windows.entries()) {
      const strongest = features.subarray(index * 2 * channels, (index * 2 + 1) * channels);
      const mean = features.subarray((index * 2 + 1) * channels, (index * 2 + 2) * channels);
      for (let last = 0; last < shares.length + width - 1; last++) {
        sum.set(bias);
        for (let position = 0; position < width; position++) {
          const share = shares[last - width + 1 + position]?.[index];
          if (share === undefined) continue;
          const from = position * channels;
          for (let c = 0; c < channels; c++) sum[c] = (sum[c] ?? 0) + (share[from + c] ?? 0);
        }
        for (let c = 0; c < channels; c++) {
          const value = sum[c] ?? 0;
          if (value <= 0) continue;
          mean[c] = (mean[c] ?? 0) + value;
          if (value > (strongest[c] ?? 0)) strongest[c] = value;
        }
      }
      const scale = 1 / Math.sqrt(shares.length);
      for (let c = 0; c < channels; c++) mean[c] = (mean[c] ?? 0) * scale;
    }
    const meaning = add(multiply(inner.weights, features), inner.bias).map((value) => Math.max(0, value));
    return {
      chances: softmax(add(multiply(outer.weights, meaning), outer.bias)),
      vector: toUnitLength(meaning),
    };
  };
  return { classes, corpus: header.corpus, read };
}

/** Half of what is multiplied is nought, and four rows at a time read the vector once. */
function multiply({ rows, columns, values }: Matrix, vector: Float32Array): Float32Array {
  const at = new Int32Array(columns);
  const there = new Float64Array(columns);
  let count = 0;
  for (let column = 0; column < columns; column++) {
    const value = vector[column] ?? 0;
    if (value === 0) continue;
    at[count] = column;
    there[count++] = value;
  }
  const product = new Float32Array(rows);
  for (let row = 0; row < rows; row += 4) {
    const first = row * columns;
    const second = first + columns;
    const third = second + columns;
    const fourth = third + columns;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < count; i++) {
      const column = at[i] ?? 0;
      const value = there[i] ?? 0;
      a += (values[first + column] ?? 0) * value;
      b += (values[second + column] ?? 0) * value;
      c += (values[third + column] ?? 0) * value;
      d += (values[fourth + column] ?? 0) * value;
    }
    // Rows beyond the last are not there, and setting them does nothing.
    product[row] = a;
    product[row + 1] = b;
    product[row + 2] = c;
    product[row + 3] = d;
  }
  return product;
}

const add = (left: Float32Array, right: Float32Array): Float32Array =>
  left.map((value, i) => value + (right[i] ?? 0));

function softmax(scores: Float32Array): Float32Array {
  const top = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const grown = scores.map((score) => Math.exp(score - top));
  const total = grown.reduce((sum, value) => sum + value, 0);
  return grown.map((value) => value / total);
}

function toUnitLength(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1;
  return vector.map((value) => value / length);
}
