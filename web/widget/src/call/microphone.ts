/** Samples a second that the gateway takes. */
const RATE = 16_000;

/** 40 ms: short enough to be heard at once, long enough not to send a thousand frames a second. */
const PIECE = 640;

/**
 * Turns what the microphone hears into 16-bit samples at 16 kHz. Each is the mean of what it stands for, which takes away
 * most of what the lower rate cannot carry.
 */
class Microphone extends AudioWorkletProcessor {
  readonly #step = sampleRate / RATE;
  readonly #piece = new Int16Array(PIECE);
  #filled = 0;
  #sum = 0;
  #count = 0;
  #position = 0;

  process([input]: Float32Array[][]): boolean {
    for (const sample of input?.[0] ?? []) {
      this.#sum += sample;
      this.#count++;
      this.#position++;
      if (this.#position >= this.#step) {
        this.#add(this.#sum / this.#count);
        this.#position -= this.#step;
        this.#sum = 0;
        this.#count = 0;
      }
    }
    return true;
  }

  #add(sample: number): void {
    this.#piece[this.#filled++] = Math.max(-1, Math.min(1, sample)) * 32_767;
    if (this.#filled === PIECE) {
      this.port.postMessage(this.#piece.slice());
      this.#filled = 0;
    }
  }
}

registerProcessor('microphone', Microphone);
