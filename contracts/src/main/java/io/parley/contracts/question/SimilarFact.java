package io.parley.contracts.question;

/**
 * The fact that comes closest to a question it does not answer: to be given another asking, or to tell how far off it is.
 *
 * @param fact its id
 * @param closest what of it is compared: the asking that is most alike, or the answer where that is closer
 * @param similarity cosine of the encodings, in [-1, 1]
 */
public record SimilarFact(String fact, String closest, double similarity) {}
