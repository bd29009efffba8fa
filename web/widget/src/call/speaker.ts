/** Samples a second that the gateway sends. */
const RATE = 16_000;

/** How far ahead sound is laid out, in seconds, so that a late frame makes no gap. */
const AHEAD = 0.08;

/** Plays what the gateway says, and falls silent at once when it is told to. */
export class Speaker {
  #next = 0;
  readonly #playing = new Set<AudioBufferSourceNode>();

  constructor(private readonly context: AudioContext) {}

  play(samples: Int16Array): void {
    const buffer = this.context.createBuffer(1, samples.length, RATE);
    buffer.getChannelData(0).set(Float32Array.from(samples, (sample) => sample / 32_768));
    const source = this.context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.context.destination);
    source.onended = () => this.#playing.delete(source);
    const now = this.context.currentTime;
    if (this.#next < now) this.#next = now + AHEAD;
    source.start(this.#next);
    this.#next += buffer.duration;
    this.#playing.add(source);
  }

  clear(): void {
    for (const source of this.#playing) source.stop();
    this.#playing.clear();
    this.#next = 0;
  }
}
