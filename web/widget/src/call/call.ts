import type { Outcome, Ticket, Utterance } from '../gateway/contract';
import type { Gateway } from '../gateway/gateway';
import { Speaker } from './speaker';

/** Why there is no call, or none any more. */
export type CallTrouble = 'no-microphone' | 'busy' | 'lost' | 'over';

/** What the gateway tells of a call. */
export type CallFrame =
  | { readonly type: 'taken'; readonly recognizer: string }
  | { readonly type: 'partial'; readonly text: string }
  | { readonly type: 'final'; readonly turnId: string; readonly text: string }
  | { readonly type: 'reply'; readonly turnId: string | null; readonly text: string; readonly choices: readonly string[]; readonly outcome: Outcome | null }
  | { readonly type: 'interrupted' }
  | { readonly type: 'expects'; readonly kind: string; readonly keys: boolean }
  | { readonly type: 'keys'; readonly pressed: number }
  | { readonly type: 'clear' }
  | { readonly type: 'ended'; readonly why: string };

/** Whoever shows a call. */
export interface CallListener {
  /** Something that is shown of the call has changed. */
  callChanged(): void;
  said(utterance: Utterance): void;
  answered(turnId: string, text: string, choices: readonly string[], outcome: Outcome | null): void;
}

const BUSY = 1013;

/** One call from this page: microphone and loudspeaker at this end, a WebSocket to the gateway. */
export class Call {
  state: 'calling' | 'up' | CallTrouble = 'calling';
  /** What was understood so far of what is being said. */
  partial = '';
  /** The engine that listens, once it is known. */
  recognizer = '';
  /** Whether a number is asked for that can be entered by keys. */
  keys = false;
  /** Whether it must be. */
  secret = false;
  pressed = 0;

  #socket: WebSocket | undefined;
  #context: AudioContext | undefined;
  #stream: MediaStream | undefined;

  constructor(
    private readonly gateway: Gateway,
    private readonly ticket: Ticket,
    private readonly listener: CallListener,
  ) {}

  get active(): boolean {
    return this.state === 'calling' || this.state === 'up';
  }

  /** Asks for the microphone, then calls. */
  async begin(): Promise<void> {
    let context: AudioContext;
    try {
      this.#stream = await navigator.mediaDevices.getUserMedia({
        audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      });
      context = new AudioContext();
      this.#context = context;
      await context.audioWorklet.addModule(new URL('microphone.js', this.gateway.base));
    } catch {
      this.#end('no-microphone');
      return;
    }
    if (this.active) this.#connect(context, this.#stream);
    else this.#release();
  }

  /** Says something in writing. */
  type(utterance: Utterance): boolean {
    return this.state === 'up' && this.#tell({ type: 'turn', ...utterance });
  }

  press(key: string): void {
    this.#tell({ type: 'key', key });
  }

  hangUp(): void {
    this.#tell({ type: 'hang-up' });
    this.#end('over');
  }

  #connect(context: AudioContext, stream: MediaStream): void {
    const speaker = new Speaker(context);
    const socket = new WebSocket(this.gateway.callAddress(this.ticket));
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    socket.onopen = () => this.#tell({ type: 'authenticate', token: this.ticket.token });
    socket.onclose = (event) => this.#end(event.code === BUSY ? 'busy' : event.code === 1000 ? 'over' : 'lost');
    socket.onmessage = ({ data }: MessageEvent<ArrayBuffer | string>) => {
      if (typeof data !== 'string') speaker.play(new Int16Array(data));
      else this.#received(JSON.parse(data) as CallFrame, speaker);
    };
    const microphone = new AudioWorkletNode(context, 'microphone', { numberOfOutputs: 0 });
    microphone.port.onmessage = ({ data }: MessageEvent<Int16Array<ArrayBuffer>>) => {
      if (this.state === 'up' && socket.readyState === WebSocket.OPEN) socket.send(data);
    };
    context.createMediaStreamSource(stream).connect(microphone);
  }

  #received(frame: CallFrame, speaker: Speaker): void {
    switch (frame.type) {
      case 'taken':
        this.state = 'up';
        this.recognizer = frame.recognizer;
        break;
      case 'partial':
        this.partial = frame.text;
        break;
      case 'final':
        this.partial = '';
        this.listener.said(frame);
        break;
      case 'reply':
        this.pressed = 0;
        if (frame.turnId) this.listener.answered(frame.turnId, frame.text, frame.choices, frame.outcome);
        break;
      case 'expects':
        this.keys = frame.keys;
        this.secret = frame.kind === 'secret';
        break;
      case 'keys':
        this.pressed = frame.pressed;
        break;
      case 'clear':
        speaker.clear();
        break;
      case 'interrupted':
      case 'ended':
        break;
    }
    this.listener.callChanged();
  }

  #tell(frame: object): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  #end(why: CallTrouble): void {
    if (!this.active) return;
    this.state = why;
    this.partial = '';
    this.#release();
    this.listener.callChanged();
  }

  #release(): void {
    this.#socket?.close(1000);
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    void this.#context?.close();
    this.#socket = undefined;
    this.#stream = undefined;
    this.#context = undefined;
  }
}
