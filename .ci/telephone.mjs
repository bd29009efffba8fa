// A telephone for the smoke test: baresip, without a sound card, says what flite speaks and presses keys.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const RATE = 8000;
const SILENCE_SECONDS = 90;
const READY_SECONDS = 15;
const [CONTROL_PORT, SIP_PORT] = [19_660, 19_664];

/** What is sought, once it is found. */
export async function until(seconds, what, sought) {
  for (const end = Date.now() + 1000 * seconds; Date.now() < end; await sleep(200)) {
    const found = await sought();
    if (found) {
      return found;
    }
  }
  throw new Error(`there was no ${what} within ${seconds} s`);
}

/** One account at this machine, told what to do over the control port. */
export class Telephone {
  folder = mkdtempSync(join(tmpdir(), 'telephone-'));

  async start() {
    writeFileSync(
      join(this.folder, 'config'),
      [
        `sip_listen 127.0.0.1:${SIP_PORT}`,
        'net_interface 127.0.0.1',
        `audio_source aufile,${this.#recording(' ')}`,
        'rtp_ports 19800-19899',
        `ctrl_tcp_listen 127.0.0.1:${CONTROL_PORT}`,
        'module_path /usr/lib/baresip/modules',
        ...['g711', 'aufile'].map((module) => `module ${module}.so`),
        ...['uuid', 'account'].map((module) => `module_tmp ${module}.so`),
        ...['menu', 'ctrl_tcp'].map((module) => `module_app ${module}.so`),
        '',
      ].join('\n'),
    );
    writeFileSync(join(this.folder, 'accounts'), '<sip:test@127.0.0.1>;regint=0;dtmfmode=rtpevent;audio_codecs=PCMU/8000/1\n');
    const log = openSync(join(this.folder, 'baresip.log'), 'w');
    this.process = spawn('baresip', ['-f', this.folder, '-v'], { stdio: ['ignore', log, log] });
    closeSync(log);
    this.socket = await until(READY_SECONDS, 'control port of baresip', () => connected(CONTROL_PORT));
    let answers = '';
    this.socket.on('data', (data) => (answers += data));
    // It takes commands before it has read its account, and forgets those.
    await until(READY_SECONDS, 'account in baresip', () => {
      this.#tell('reginfo');
      return answers.includes('test@127.0.0.1');
    });
  }

  dial(address) {
    this.#tell('dial', address);
  }

  say(text) {
    this.#tell('ausrc', `aufile,${this.#recording(text)}`);
  }

  async press(keys) {
    for (const key of keys) {
      this.#tell('sndcode', key);
      await sleep(250);
    }
  }

  /** The end of what baresip has told, if it was started. */
  log() {
    const file = join(this.folder, 'baresip.log');
    return existsSync(file) ? readFileSync(file, 'latin1').split('\n').slice(-30).join('\n') : '';
  }

  close() {
    this.socket?.destroy();
    this.process?.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  #tell(command, params = '') {
    const json = JSON.stringify({ command, params, token: 't' });
    this.socket.write(`${json.length}:${json},`);
  }

  /** A file that says a text over the telephone and is silent then, since baresip hangs up where its file ends. */
  #recording(text) {
    const spoken = join(this.folder, 'spoken.wav');
    execFileSync('flite', ['-voice', 'slt', '-t', text, '-o', spoken]);
    const bytes = readFileSync(spoken);
    assert.equal(bytes.readUInt32LE(24), 2 * RATE, 'flite should speak at 16 kHz');
    const narrow = halved(new Int16Array(bytes.buffer.slice(bytes.byteOffset + 44, bytes.byteOffset + bytes.length - (bytes.length % 2))));
    const samples = new Int16Array(narrow.length + SILENCE_SECONDS * RATE);
    samples.set(narrow);
    const file = join(this.folder, `${text.replace(/\W+/g, '-')}.wav`);
    writeFileSync(file, Buffer.concat([header(samples.byteLength), Buffer.from(samples.buffer)]));
    return file;
  }
}

function connected(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}

/** Every second sample, behind a low-pass of windowed sinc that leaves what a telephone lets through. */
function halved(wide) {
  const reach = 32;
  const taps = Array.from({ length: 2 * reach + 1 }, (_, i) => {
    const x = (i - reach) * 0.46;
    const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    return 0.46 * sinc * (0.54 + 0.46 * Math.cos((Math.PI * (i - reach)) / reach));
  });
  return Int16Array.from({ length: wide.length >> 1 }, (_, at) => taps.reduce((sum, tap, i) => sum + tap * (wide[2 * at + i - reach] ?? 0), 0));
}

function header(bytes) {
  const wav = Buffer.alloc(44);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + bytes, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(RATE, 24);
  wav.writeUInt32LE(2 * RATE, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(bytes, 40);
  return wav;
}
